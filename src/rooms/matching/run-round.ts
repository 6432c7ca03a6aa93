import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { crowdOf, type ProgrammeCrowd } from './crowd.ts'
import type { RoundPair, Summary } from './round.ts'
import { findRound, openRound, roundsOf } from './round-reads.ts'
import { insertPairs, insertRound, insertRoundEnd, insertUnmatched, lockRounds } from './round-writes.ts'
import { type Suggestions, suggest } from './suggest.ts'

export type RunRound = { id: string; programme: string }

/**
 * Suggests the best pairs among all who are enrolled and have a place free. A round that still waited gives way to this one.
 * Refuses pins that cannot stand, by the names of `suggest`.
 */
export async function runRound(tx: Tx, { id, programme }: RunRound): Promise<{ id: string; nth: number }> {
  mustCoordinate(tx, programme)
  const { organisation } = found(await findProgramme(tx, programme))
  await lockRounds(tx, programme)
  const same = await findRound(tx, id)
  if (same) return same

  const crowd = await crowdOf(tx, programme, tx.newSecret())
  const result = suggest(crowd)
  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  const before = await openRound(tx, programme)
  if (before) await insertRoundEnd(tx, before.id, 'discarded', by)
  const nth = ((await roundsOf(tx, programme))[0]?.nth ?? 0) + 1
  await insertRound(tx, { id, programme, organisation, rulesVersion: crowd.rulesVersion, nth, summary: summaryOf(result) }, by)
  await insertPairs(tx, id, pairsOf(crowd, result))
  await insertUnmatched(
    tx,
    id,
    result.unmatched.map(({ mentee, why }) => ({ enrolment: crowd.enrolmentOf(mentee, 'mentee'), why })),
  )
  await tx.note('round.run', id, { organisation, programme }, { nth, matched: result.summary.matched })
  return { id, nth }
}

function summaryOf({ summary, empty }: Suggestions): Summary {
  const { mentees, mentors, places, matched, total, worst, eligible } = summary
  return { mentees, mentors, places, matched, total, floor: worst, eligible, empty }
}

function pairsOf(crowd: ProgrammeCrowd, { pairs }: Suggestions): RoundPair[] {
  return pairs.map((pair) => ({
    mentorEnrolment: crowd.enrolmentOf(pair.mentor, 'mentor'),
    menteeEnrolment: crowd.enrolmentOf(pair.mentee, 'mentee'),
    score: pair.score,
    pinned: pair.pinned,
    reasons: pair.reasons,
    runnerUp:
      pair.runnerUp === null ? null : { mentorEnrolment: crowd.enrolmentOf(pair.runnerUp.mentor, 'mentor'), behind: pair.runnerUp.behind },
  }))
}
