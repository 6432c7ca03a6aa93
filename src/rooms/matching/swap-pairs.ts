import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findProgramme } from '#programmes/reads'
import { roundToChange } from './pin-pair.ts'
import { pairsOfRound } from './round-reads.ts'
import { putPin } from './round-writes.ts'
import { type Rerun, runRound } from './run-round.ts'

export type SwapPairs = { id: string; round: string; menteeEnrolment: string; otherMentee: string }

/** Two mentees change mentors: both new pairs are pinned, and the round is run again. */
export async function swapPairs(tx: Tx, { id, round: from, menteeEnrolment, otherMentee }: SwapPairs): Promise<Rerun> {
  const { programme, organisation, choice } = await roundToChange(tx, from, id)
  const pairs = await pairsOfRound(tx, from)
  const one = pairs.find((pair) => pair.menteeEnrolment === menteeEnrolment)
  const other = pairs.find((pair) => pair.menteeEnrolment === otherMentee)
  if (!one || !other || one.mentorEnrolment === other.mentorEnrolment) refuse('matching.swapNothing')

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  await putPin(tx, { id, programme, mentorEnrolment: other.mentorEnrolment, menteeEnrolment, kind: 'together' }, by)
  await putPin(tx, { id: tx.newId(), programme, mentorEnrolment: one.mentorEnrolment, menteeEnrolment: otherMentee, kind: 'together' }, by)
  await tx.note('pairs.swapped', id, { organisation, programme })
  const again = await runRound(tx, { id, programme, choice })
  return { round: again.id, nth: again.nth }
}
