import type { Db, Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { rematchesWaiting } from '#partnerships/leaving-reads'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { asSolved, type RoundChoice, usualChoice } from './choice.ts'
import { crowdOf, type EnrolmentOf, type ProgrammeCrowd } from './crowd.ts'
import type { Round, RoundPair, Summary } from './round.ts'
import { findAsk, findRound, openRound, pairsOfRound, roundsOf } from './round-reads.ts'
import { insertAsk, insertPairs, insertRound, insertRoundEnd, insertUnmatched, lockRounds } from './round-writes.ts'
import { type Suggestions, suggest, type Two, type Wanted } from './suggest.ts'

export type RunRound = { id: string; programme: string; choice?: RoundChoice }
/** The round that was run, by its number; null while a big one is only asked for. */
export type Run = { id: string; nth: number | null }
/** The round that takes another's place. */
export type Rerun = { round: string; nth: number | null }

/** Up to so many pairs to look at, a round is run where it is asked: a tenth of a second. A bigger one is watched while a thread works. */
export const pairsInRequestMax = 90_000

/**
 * Suggests the best pairs among all who are enrolled and have a place free, as few others than in the round that still waited as can be
 * without loss. That round gives way to this one. A crowd too big for a request is only asked for: `nth` is null until `finishRound`.
 * Refuses pins that cannot stand, and a floor that nobody reaches, by the names of `suggest`.
 */
export async function runRound(tx: Tx, { id, programme, choice = usualChoice }: RunRound): Promise<Run> {
  mustCoordinate(tx, programme)
  const { organisation, openedBy } = found(await findProgramme(tx, programme))
  await lockRounds(tx, programme)
  const same = (await findRound(tx, id)) ?? (await findAsk(tx, id))
  if (same) return { id, nth: 'nth' in same ? same.nth : null }

  const by = tx.by ?? openedBy
  const crowd = await crowdOf(tx, programme, tx.newSecret())
  if (crowd.mentees.length * crowd.mentors.length > pairsInRequestMax) {
    await insertAsk(tx, { id, programme, choice }, by)
    return { id, nth: null }
  }
  const result = suggest(await wantedFrom(tx, crowd, programme, choice))
  const { rulesVersion } = crowd
  return keepRound(tx, { id, programme, organisation, rulesVersion, choice, by }, result, crowd.enrolmentOf)
}

/** What the matcher is asked, as plain data: crowd, choice, the pairs of the round that waits, and who wishes for another partner. */
export async function wantedFrom(db: Db, crowd: ProgrammeCrowd, programme: string, choice: RoundChoice): Promise<Wanted> {
  const { rules, mentees, mentors, apart, pins } = crowd
  const standing = await standingPairs(db, crowd, programme)
  const first = (await rematchesWaiting(db, programme)).map(({ person }) => person)
  return { rules, mentees, mentors, apart, pins, standing, first, ...asSolved(choice) }
}

async function standingPairs(db: Db, { personOf }: ProgrammeCrowd, programme: string): Promise<Two[]> {
  const before = await openRound(db, programme)
  const pairs = before ? await pairsOfRound(db, before.id) : []
  return pairs.flatMap(({ mentorEnrolment, menteeEnrolment }) => {
    const mentor = personOf.get(mentorEnrolment)
    const mentee = personOf.get(menteeEnrolment)
    return mentor !== undefined && mentee !== undefined ? [{ mentor, mentee }] : []
  })
}

/** Where a round is kept, and who asked for it. */
export type RoundToKeep = { id: string; programme: string; organisation: string; rulesVersion: number; choice: RoundChoice; by: string }

/** Keeps what was suggested as the programme's next round; one that still waited gives way to it. */
export async function keepRound(tx: Tx, round: RoundToKeep, result: Suggestions, of: EnrolmentOf): Promise<Pick<Round, 'id' | 'nth'>> {
  const { id, programme, organisation, by } = round
  const before = await openRound(tx, programme)
  if (before) await insertRoundEnd(tx, before.id, 'discarded', by)
  const nth = ((await roundsOf(tx, programme))[0]?.nth ?? 0) + 1
  await insertRound(tx, { ...round, nth, summary: summaryOf(result, of), proved: result.proved })
  await insertPairs(tx, id, pairsOf(result, of))
  const left = result.unmatched.map(({ mentee, why, help }) => ({ enrolment: of(mentee, 'mentee'), why: { ...why, help } }))
  await insertUnmatched(tx, id, left)
  await tx.note('round.run', id, { organisation, programme }, { nth, matched: result.summary.matched })
  return { id, nth }
}

function summaryOf({ summary, empty, compared, frontier, recruiting, dearest }: Suggestions, of: EnrolmentOf): Summary {
  const { mentees, mentors, places, matched, total, worst, eligible } = summary
  const dear = dearest.map(({ mentor, points, isShort }) => ({ mentorEnrolment: of(mentor, 'mentor'), points, isShort }))
  return { mentees, mentors, places, matched, total, floor: worst, eligible, empty, compared, frontier, recruiting, dearest: dear }
}

function pairsOf({ pairs }: Suggestions, of: EnrolmentOf): RoundPair[] {
  return pairs.map(({ mentor, mentee, score, pinned, reasons, runnerUp }) => ({
    mentorEnrolment: of(mentor, 'mentor'),
    menteeEnrolment: of(mentee, 'mentee'),
    score,
    pinned,
    reasons,
    runnerUp: runnerUp === null ? null : { mentorEnrolment: of(runnerUp.mentor, 'mentor'), behind: runnerUp.behind },
  }))
}
