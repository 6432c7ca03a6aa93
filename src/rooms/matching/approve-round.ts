import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { proposeAll } from '#partnerships/propose'
import { mustCoordinate } from '#people/may'
import { answerDaysOf, findProgramme } from '#programmes/reads'
import { findRound, pairsOfRound } from './round-reads.ts'
import { insertRoundEnd } from './round-writes.ts'

export type ApproveRound = { round: string }

/** Proposes every pair of the round, all or none; each side is then asked. The same approval twice is one. */
export async function approveRound(tx: Tx, { round: id }: ApproveRound): Promise<{ programme: string; proposed: number }> {
  const round = found(await findRound(tx, id))
  mustCoordinate(tx, round.programme)
  const { programme, organisation } = round
  if (round.end?.outcome === 'approved') return { programme, proposed: round.summary.matched }
  if (round.end !== null) refuse('matching.roundDiscarded')
  const pairs = await pairsOfRound(tx, id)
  if (pairs.length === 0) refuse('matching.roundEmpty')

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  await insertRoundEnd(tx, id, 'approved', by)
  const answerDays = await answerDaysOf(tx, programme)
  await proposeAll(
    tx,
    pairs.map((pair) => ({
      id: tx.newId(),
      programme,
      round: id,
      mentorEnrolment: pair.mentorEnrolment,
      menteeEnrolment: pair.menteeEnrolment,
      reasons: pair.reasons,
      answerDays,
    })),
  )
  await tx.note('round.approved', id, { organisation, programme }, { pairs: pairs.length })
  return { programme, proposed: pairs.length }
}
