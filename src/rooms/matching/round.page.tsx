import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { findProgramme } from '#programmes/reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Notice, Tag } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { type Change, changesBetween, limits, type Round, type RoundPair } from './round.ts'
import { type Face, facesOf } from './round-people.ts'
import { findRound, pairsOfRound, pinsOf, roundBefore, unmatchedOfRound } from './round-reads.ts'
import { sayEmpty, sayReasons, sayWhy } from './sentence.ts'
import type { Why } from './why-unmatched.ts'

type Faces = ReadonlyMap<string, Face>

/** A round: what it came to, each pair with its why, who is left over and why, and the one decision. */
export async function roundPage(db: Db, { say, params, query, path }: Asked, again?: Again): Promise<View> {
  const round = found(await findRound(db, params.round ?? ''))
  const programme = found(await findProgramme(db, round.programme))
  const faces = await facesOf(db, round.programme)
  const pairs = await pairsOfRound(db, round.id)
  const unmatched = await unmatchedOfRound(db, round.id)
  const pins = round.end === null ? await pinsOf(db, round.programme) : []
  const before = await roundBefore(db, round)
  const changes = before ? changesBetween(await pairsOfRound(db, before.id), pairs) : []
  const pages = Math.ceil(pairs.length / limits.pairsShownMax)
  const page = pageOf(query, pages)
  const shown = pairs.slice((page - 1) * limits.pairsShownMax, page * limits.pairsShownMax)
  const { summary } = round
  const title = say('page.round.title', { nth: round.nth, programme: programme.name })
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.round.head', { matched: summary.matched, mentees: summary.mentees })}</h1>
      <ErrorSummary say={say} again={again} />
      {summary.empty === null ? null : (
        <Notice kind="wait">
          <p>{sayEmpty(say, summary.empty)}</p>
        </Notice>
      )}
      {round.end === null ? <p>{say('page.round.nobody-asked')}</p> : <p>{say(`page.round.${round.end.outcome}`)}</p>}
      {round.end === null ? <Decide say={say} round={round} /> : null}
      {before && round.end === null ? <Changes say={say} faces={faces} changes={changes} /> : null}
      {pins.length > 0 ? <Pins say={say} faces={faces} round={round} pins={pins} /> : null}
      {pairs.length > 0 ? (
        <>
          <h2>{say('page.round.pairs', { count: pairs.length })}</h2>
          <ol class="pairs">
            {shown.map((pair) => (
              <PairRow say={say} faces={faces} round={round} pair={pair} />
            ))}
          </ol>
          <Pager
            say={say}
            path={path.split('?')[0] ?? ''}
            query={query}
            page={page}
            pages={pages}
            label={say('page.round.pairs', { count: pairs.length })}
          />
        </>
      ) : null}
      {unmatched.length > 0 ? <Unmatched say={say} faces={faces} unmatched={unmatched} /> : null}
    </>
  )
  return { title, body }
}

function Decide({ say, round }: { say: Say; round: Round }) {
  return (
    <div class="deeds">
      {round.summary.matched > 0 ? (
        <Button action={`/rounds/${round.id}/approval`} label={say('page.round.approve', { count: round.summary.matched })} />
      ) : null}
      <Button action={`/rounds/${round.id}/discard`} label={say('page.round.discard')} kind="quiet" />
    </div>
  )
}

const nameIn = (faces: Faces, enrolment: string | null) => (enrolment === null ? '–' : (faces.get(enrolment)?.name ?? '–'))

function Changes({ say, faces, changes }: { say: Say; faces: Faces; changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="soft">{say('page.round.no-change')}</p>
  return (
    <details open={changes.length <= 6}>
      <summary>{say('page.round.changes', { count: changes.length })}</summary>
      <ul>
        {changes.slice(0, limits.changesShownMax).map((change) => (
          <li>
            <Name name={nameIn(faces, change.menteeEnrolment)} />: <Name name={nameIn(faces, change.before)} /> {say('page.round.arrow')}
            <Name name={nameIn(faces, change.after)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type PinsProps = { say: Say; faces: Faces; round: Round; pins: Awaited<ReturnType<typeof pinsOf>> }

function Pins({ say, faces, round, pins }: PinsProps) {
  return (
    <details>
      <summary>{say('page.round.pins', { count: pins.length })}</summary>
      <ul class="plain">
        {pins.slice(0, limits.pairsShownMax).map((pin) => (
          <li class="deeds">
            <Tag kind={pin.kind === 'together' ? 'good' : 'wait'}>{say(`page.round.pin.${pin.kind}`)}</Tag>
            <Name name={nameIn(faces, pin.menteeEnrolment)} /> + <Name name={nameIn(faces, pin.mentorEnrolment)} />
            <Button
              action={`/rounds/${round.id}/pins/lifting`}
              fields={{ pin: pin.id }}
              label={say('page.round.lift')}
              kind="quiet"
              little
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

function PairRow({ say, faces, round, pair }: { say: Say; faces: Faces; round: Round; pair: RoundPair }) {
  const mentor = faces.get(pair.mentorEnrolment)
  const mentee = faces.get(pair.menteeEnrolment)
  const runnerUp = pair.runnerUp === null ? null : { name: nameIn(faces, pair.runnerUp.mentorEnrolment), behind: pair.runnerUp.behind }
  return (
    <li class="card">
      <p class="pair">
        <Name name={mentee?.name ?? '–'} /> <span class="to">{say('page.round.with')}</span> <Name name={mentor?.name ?? '–'} />
        {pair.pinned ? <Tag kind="good">{say('page.round.pin.together')}</Tag> : null}
      </p>
      <p>{sayReasons(say, pair.reasons)}</p>
      <p class="soft small">
        {runnerUp === null
          ? say('page.round.no-runner-up')
          : say(runnerUp.behind > 0 ? 'page.round.runner-up' : 'page.round.runner-up-taken', {
              name: `\u2068${runnerUp.name}\u2069`,
              points: Math.abs(runnerUp.behind),
            })}{' '}
        {round.end === null ? (
          <a href={`/rounds/${round.id}/pairs/${pair.menteeEnrolment}`}>
            {say('page.round.change')}
            <span class="hidden"> {mentee?.name}</span>
          </a>
        ) : null}
      </p>
    </li>
  )
}

function Unmatched({ say, faces, unmatched }: { say: Say; faces: Faces; unmatched: readonly { enrolment: string; why: unknown }[] }) {
  return (
    <>
      <h2 id="unmatched">{say('page.round.unmatched', { count: unmatched.length })}</h2>
      <ul>
        {unmatched.slice(0, limits.pairsShownMax).map(({ enrolment, why }) => (
          <li>
            <strong>
              <Name name={nameIn(faces, enrolment)} />
            </strong>
            : {sayWhy(say, why as Why)}
          </li>
        ))}
      </ul>
      {unmatched.length > limits.pairsShownMax ? (
        <p class="soft">{say('page.round.more-unmatched', { count: unmatched.length - limits.pairsShownMax })}</p>
      ) : null}
    </>
  )
}
