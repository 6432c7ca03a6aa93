import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { crowdOf, type ProgrammeCrowd } from './crowd.ts'
import { idFrom } from './form-ids.ts'
import { type Option, optionsFor, type Weighed } from './options.ts'
import type { RoundPair } from './round.ts'
import { type Face, type Faces, facesOf } from './round-people.ts'
import { findRound, pairsOfRound } from './round-reads.ts'
import { wantedFrom } from './run-round.ts'
import { sayReasons } from './sentence.ts'

const othersShownMax = 12
const moversToldMax = 3

/** One mentee's pair, the other mentors they could have, best first, what each would cost, and what the coordinator may decide. */
export async function changePairPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const round = found(await findRound(db, params.round ?? ''))
  const faces = await facesOf(db, round.programme)
  const mentee = found(faces.get(params.enrolment ?? ''))
  const pairs = await pairsOfRound(db, round.id)
  const pair = pairs.find((one) => one.menteeEnrolment === mentee.enrolment)
  // Marks are compared under a salt that nothing keeps; the form's own chance serves.
  const crowd = await crowdOf(db, round.programme, formId)
  const wanted = await wantedFrom(db, crowd, round.programme, round.choice)
  const { others, apart } = optionsFor(wanted, mentee.person, othersShownMax)
  const names = { crowd, faces, mentee }
  const body = (
    <>
      <p class="small">
        <a href={`/rounds/${round.id}`}>{say('page.change-pair.back', { nth: round.nth })}</a>
      </p>
      <h1>{say('page.change-pair.head', { name: `\u2068${mentee.name}\u2069` })}</h1>
      <ErrorSummary say={say} again={again} />
      {pair ? (
        <Now say={say} round={round.id} pair={pair} apart={apart} names={names} formId={formId} />
      ) : (
        <p>{say('page.change-pair.nobody')}</p>
      )}
      <h2>{say('page.change-pair.others', { count: others.length })}</h2>
      <ul class="plain">
        {others.map((other, at) => (
          <OtherMentor say={say} round={round.id} other={other} names={names} id={idFrom(formId, at)} />
        ))}
      </ul>
    </>
  )
  return { title: say('page.change-pair.title', { name: mentee.name }), body }
}

/** Who is who on this page. */
type Names = { crowd: ProgrammeCrowd; faces: Faces; mentee: Face }

const faceOf = ({ crowd, faces }: Names, person: string, side: 'mentor' | 'mentee') => faces.get(crowd.enrolmentOf(person, side))
const quoted = (face: Face | undefined) => `\u2068${face?.name ?? '–'}\u2069`

type NowProps = { say: Say; round: string; pair: RoundPair; apart: Weighed | null; names: Names; formId: string }

function Now({ say, round, pair, apart, names, formId }: NowProps) {
  const fields = { mentorEnrolment: pair.mentorEnrolment, menteeEnrolment: pair.menteeEnrolment }
  const mentor = names.faces.get(pair.mentorEnrolment)
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
      {pair.pinned ? null : (
        <Button
          action={`/rounds/${round}/pins`}
          fields={{ ...fields, id: formId, kind: 'together' }}
          label={say('page.change-pair.keep')}
          kind="second"
        />
      )}
      <div class="deeds">
        <Button
          action={`/rounds/${round}/pins`}
          fields={{ ...fields, id: idFrom(formId, 2 * othersShownMax), kind: 'apart' }}
          label={say('page.change-pair.apart')}
          kind="quiet"
        />
        <Costs say={say} weighed={apart} names={names} />
      </div>
    </section>
  )
}

type OtherProps = { say: Say; round: string; other: Option; names: Names; id: string }

function OtherMentor({ say, round, other, names, id }: OtherProps) {
  const mentor = faceOf(names, other.mentor, 'mentor')
  const holder = other.holder === null ? undefined : faceOf(names, other.holder, 'mentee')
  const { enrolment } = names.mentee
  return (
    <li class="card">
      <p class="pair">
        <Name name={mentor?.name ?? '–'} />
        <span class="to">
          <bdi>{mentor?.about}</bdi>
        </span>
      </p>
      <p>{sayReasons(say, other.reasons)}</p>
      {holder ? <p class="soft small">{say('page.change-pair.with', { name: quoted(holder) })}</p> : null}
      <div class="deeds">
        <Button
          action={`/rounds/${round}/pins`}
          fields={{ id, kind: 'together', mentorEnrolment: mentor?.enrolment ?? '', menteeEnrolment: enrolment }}
          label={say('page.change-pair.give')}
          of={mentor?.name}
          kind="second"
          little
        />
        <Costs say={say} weighed={other.give} names={names} />
      </div>
      {holder && other.canSwap ? (
        <div class="deeds">
          <Button
            action={`/rounds/${round}/swaps`}
            fields={{ id: idFrom(id, othersShownMax), menteeEnrolment: enrolment, otherMentee: holder.enrolment }}
            label={say('page.change-pair.swap', { name: quoted(holder) })}
            kind="quiet"
            little
          />
          <Costs say={say} weighed={other.swap} names={names} />
        </div>
      ) : null}
    </li>
  )
}

/** What a decision costs the whole, and who else moves by it. */
function Costs({ say, weighed, names }: { say: Say; weighed: Weighed | null; names: Names }) {
  if (weighed === null) return null
  const { points, lost, worst, movers } = weighed
  const way = points > 0 ? 'costs' : points < 0 ? 'gains' : 'same'
  const told = movers.slice(0, moversToldMax).map(({ mentee, after }) => {
    const facts = { mentee: quoted(faceOf(names, mentee, 'mentee')) }
    if (after === null) return say('page.change-pair.then-waits', facts)
    return say('page.change-pair.then-goes', { ...facts, mentor: quoted(faceOf(names, after, 'mentor')) })
  })
  const more = movers.length - told.length
  return (
    <p class="small cost">
      {say('page.change-pair.cost', { way, points: Math.abs(points), lost, worst: worst ?? -1 })} {told.join(' ')}{' '}
      {more > 0 ? say('page.change-pair.then-more', { count: more }) : null}
    </p>
  )
}
