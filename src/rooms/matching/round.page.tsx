import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { livePairs } from '#partnerships/reads'
import { findProgramme } from '#programmes/reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { placesTaken } from './crowd.ts'
import { PairCard } from './pair-card.tsx'
import { Pins } from './pins-list.tsx'
import type { Recruit } from './recruiting.ts'
import { Recruiting } from './recruiting-list.tsx'
import { type Change, changesBetween, limits, type Round, staleIn } from './round.ts'
import { type Faces, facesOf, nameIn, placesOf } from './round-people.ts'
import { findRound, pairsOfRound, pinsOf, roundBefore, unmatchedOfRound } from './round-reads.ts'
import { sayEmpty, sayHelp, sayWhy } from './sentence.ts'
import type { Why } from './why-unmatched.ts'

/** A round: what it came to, each pair with its why, who is left over and why, and the one decision. */
export async function roundPage(db: Db, { say, params, query, path, formId }: Asked, again?: Again): Promise<View> {
  const round = found(await findRound(db, params.round ?? ''))
  const programme = found(await findProgramme(db, round.programme))
  const faces = await facesOf(db, round.programme)
  const pairs = await pairsOfRound(db, round.id)
  const unmatched = await unmatchedOfRound(db, round.id)
  const pins = round.end === null ? await pinsOf(db, round.programme) : []
  const before = await roundBefore(db, round)
  const changes = before ? changesBetween(await pairsOfRound(db, before.id), pairs) : []
  const taken = placesTaken(round.end === null ? await livePairs(db, round.programme) : [])
  const stale = staleIn(pairs, (enrolment) => placesOf(faces, enrolment) - (taken.get(enrolment) ?? 0))
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
      <Chosen say={say} round={round} />
      {round.end === null ? <Stale say={say} round={round} count={stale} formId={formId} /> : null}
      {round.end === null ? <Decide say={say} round={round} /> : null}
      {before && round.end === null ? (
        <Changes say={say} faces={faces} changes={changes} lost={before.summary.total - summary.total} />
      ) : null}
      {pins.length > 0 ? <Pins say={say} faces={faces} pins={pins} action={`/rounds/${round.id}/pins/lifting`} formId={formId} /> : null}
      {pairs.length > 0 ? (
        <>
          <h2>{say('page.round.pairs', { count: pairs.length })}</h2>
          <ol class="pairs">
            {shown.map((pair) => (
              <PairCard say={say} faces={faces} round={round} pair={pair} />
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
      <Recruiting say={say} faces={faces} summary={summary} />
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

/** The way that was chosen, in figures, and where the others are shown. */
function Chosen({ say, round }: { say: Say; round: Round }) {
  const { summary, choice } = round
  if (summary.compared === undefined || summary.matched === 0) return null
  return (
    <p class="soft">
      {choice.mends ? `${say('page.round.mended')} ` : null}
      {say('page.round.chosen', { method: choice.method, floor: summary.floor ?? -1, total: summary.total })}{' '}
      <a href={`/rounds/${round.id}/choice`}>{say('page.round.choice')}</a>
    </p>
  )
}

function Stale({ say, round, count, formId }: { say: Say; round: Round; count: number; formId: string }) {
  if (count === 0) return null
  return (
    <Notice kind="wait">
      <p>{say('page.round.stale', { count })}</p>
      <Button action={`/rounds/${round.id}/mending`} fields={{ id: formId }} label={say('page.round.mend')} kind="second" />
    </Notice>
  )
}

type ChangesProps = { say: Say; faces: Faces; changes: readonly Change[]; lost: number }

function Changes({ say, faces, changes, lost }: ChangesProps) {
  if (changes.length === 0) return <p class="soft">{say('page.round.no-change')}</p>
  const key = lost > 0 ? 'page.round.total-less' : lost < 0 ? 'page.round.total-more' : 'page.round.total-same'
  return (
    <details open={changes.length <= 6}>
      <summary>{say('page.round.changes', { count: changes.length })}</summary>
      <p>{say(key, { points: Math.abs(lost) })}</p>
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

/** What would help them, where the round knew. */
type Helped = { help?: Recruit | null }
const sayHelpIn = (say: Say, { help }: Helped) => (help ? sayHelp(say, help) : null)

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
            : {sayWhy(say, why as Why)} {sayHelpIn(say, why as Helped)}
          </li>
        ))}
      </ul>
      {unmatched.length > limits.pairsShownMax ? (
        <p class="soft">{say('page.round.more-unmatched', { count: unmatched.length - limits.pairsShownMax })}</p>
      ) : null}
    </>
  )
}
