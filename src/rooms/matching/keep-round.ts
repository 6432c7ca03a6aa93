import type { Tx } from '#ground/db'
import type { RoundChoice } from './choice.ts'
import type { Round, RoundPair, Summary } from './round.ts'
import { openRound, roundsOf } from './round-reads.ts'
import { insertPairs, insertRound, insertRoundEnd, insertUnmatched } from './round-writes.ts'
import type { Suggestions } from './suggest.ts'

/** Where a round is kept, and who asked for it. */
export type RoundToKeep = { id: string; programme: string; organisation: string; rulesVersion: number; choice: RoundChoice; by: string }

/** The enrolment of a person on a side. */
export type EnrolmentOf = (person: string, side: 'mentor' | 'mentee') => string

/** Keeps what was suggested as the programme's next round; one that still waited gives way to it. */
export async function keepRound(tx: Tx, round: RoundToKeep, result: Suggestions, of: EnrolmentOf): Promise<Pick<Round, 'id' | 'nth'>> {
  const { id, programme, organisation, by } = round
  const before = await openRound(tx, programme)
  if (before) await insertRoundEnd(tx, before.id, 'discarded', by)
  const nth = ((await roundsOf(tx, programme))[0]?.nth ?? 0) + 1
  await insertRound(tx, { ...round, nth, summary: summaryOf(result, of), proved: result.proved })
  await insertPairs(tx, id, pairsOf(result, of))
  const left = result.unmatched.map(({ mentee, why }) => ({ enrolment: of(mentee, 'mentee'), why }))
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
