import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { crowdOf, type ProgrammeCrowd } from './crowd.ts'
import type { Reason } from './reasons.ts'
import type { RoundPair } from './round.ts'
import { type Face, facesOf } from './round-people.ts'
import { findRound, pairsOfRound } from './round-reads.ts'
import { forbidden, scoreCrowd } from './score.ts'
import { sayReasons } from './sentence.ts'

const othersShownMax = 12

type Other = { mentorEnrolment: string; score: number; reasons: Reason[]; with: string | null }

/** One mentee's pair, the other mentors they could have, best first, and what the coordinator may decide. */
export async function changePairPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const round = found(await findRound(db, params.round ?? ''))
  const faces = await facesOf(db, round.programme)
  const mentee = found(faces.get(params.enrolment ?? ''))
  const pairs = await pairsOfRound(db, round.id)
  const pair = pairs.find((one) => one.menteeEnrolment === mentee.enrolment)
  // Marks are compared under a salt that nothing keeps; the form's own chance serves.
  const others = othersFor(await crowdOf(db, round.programme, formId), mentee, pair, pairs)
  const body = (
    <>
      <p class="small">
        <a href={`/rounds/${round.id}`}>{say('page.change-pair.back', { nth: round.nth })}</a>
      </p>
      <h1>{say('page.change-pair.head', { name: `\u2068${mentee.name}\u2069` })}</h1>
      <ErrorSummary say={say} again={again} />
      {pair ? (
        <Now say={say} round={round.id} pair={pair} mentor={faces.get(pair.mentorEnrolment)} formId={formId} />
      ) : (
        <p>{say('page.change-pair.nobody')}</p>
      )}
      <h2>{say('page.change-pair.others', { count: others.length })}</h2>
      <ul class="plain">
        {others.map((other, at) => (
          <OtherMentor say={say} round={round.id} mentee={mentee} other={other} faces={faces} id={idFrom(formId, at)} />
        ))}
      </ul>
    </>
  )
  return { title: say('page.change-pair.title', { name: mentee.name }), body }
}

/** Each button is a form of its own, so each carries an id of its own, made from the page's. */
function idFrom(formId: string, at: number): string {
  return formId.slice(0, -4) + ((Number.parseInt(formId.slice(-4), 16) + at + 1) & 0xffff).toString(16).padStart(4, '0')
}

function othersFor(crowd: ProgrammeCrowd, mentee: Face, pair: RoundPair | undefined, pairs: readonly RoundPair[]): Other[] {
  const scored = scoreCrowd(crowd)
  const i = scored.mentees.findIndex(({ id }) => id === mentee.person)
  if (i < 0) return []
  return scored.mentors
    .map((mentor, j) => ({
      j,
      mentorEnrolment: crowd.enrolmentOf(mentor.id, 'mentor'),
      score: scored.scores[i * scored.mentors.length + j] ?? forbidden,
    }))
    .filter(({ mentorEnrolment, score }) => score !== forbidden && mentorEnrolment !== pair?.mentorEnrolment)
    .sort((a, b) => b.score - a.score)
    .slice(0, othersShownMax)
    .map(({ j, mentorEnrolment, score }) => ({
      mentorEnrolment,
      score,
      reasons: scored.reasonsFor(i, j),
      with: pairs.find((one) => one.mentorEnrolment === mentorEnrolment)?.menteeEnrolment ?? null,
    }))
}

type NowProps = { say: Say; round: string; pair: RoundPair; mentor: Face | undefined; formId: string }

function Now({ say, round, pair, mentor, formId }: NowProps) {
  const fields = { mentorEnrolment: pair.mentorEnrolment, menteeEnrolment: pair.menteeEnrolment }
  return (
    <section class="card now">
      <p class="pair">
        <Name name={mentor?.name ?? '–'} />
        <span class="to">
          <bdi>{mentor?.about}</bdi>
        </span>
        {pair.pinned ? <Tag kind="good">{say('page.round.pin.together')}</Tag> : null}
      </p>
      <p>{sayReasons(say, pair.reasons)}</p>
      <div class="deeds">
        {pair.pinned ? null : (
          <Button
            action={`/rounds/${round}/pins`}
            fields={{ ...fields, id: formId, kind: 'together' }}
            label={say('page.change-pair.keep')}
            kind="second"
          />
        )}
        <Button
          action={`/rounds/${round}/pins`}
          fields={{ ...fields, id: idFrom(formId, othersShownMax), kind: 'apart' }}
          label={say('page.change-pair.apart')}
          kind="quiet"
        />
      </div>
    </section>
  )
}

type OtherProps = { say: Say; round: string; mentee: Face; other: Other; faces: ReadonlyMap<string, Face>; id: string }

function OtherMentor({ say, round, mentee, other, faces, id }: OtherProps) {
  const mentor = faces.get(other.mentorEnrolment)
  const taker = other.with === null ? null : faces.get(other.with)
  return (
    <li class="card">
      <p class="pair">
        <Name name={mentor?.name ?? '–'} />
        <span class="to">
          <bdi>{mentor?.about}</bdi>
        </span>
      </p>
      <p>{sayReasons(say, other.reasons)}</p>
      {taker ? <p class="soft small">{say('page.change-pair.with', { name: `\u2068${taker.name}\u2069` })}</p> : null}
      <div class="deeds">
        <Button
          action={`/rounds/${round}/pins`}
          fields={{ id, kind: 'together', mentorEnrolment: other.mentorEnrolment, menteeEnrolment: mentee.enrolment }}
          label={say('page.change-pair.give')}
          of={mentor?.name}
          kind="second"
          little
        />
        {taker ? (
          <Button
            action={`/rounds/${round}/swaps`}
            fields={{ id, menteeEnrolment: mentee.enrolment, otherMentee: taker.enrolment }}
            label={say('page.change-pair.swap', { name: `\u2068${taker.name}\u2069` })}
            kind="quiet"
            little
          />
        ) : null}
      </div>
    </li>
  )
}
