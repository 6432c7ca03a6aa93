import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { criterionName, unmetOf } from '#programmes/pathway-moves'
import { standingOf } from './advance.ts'
import { enterStage } from './enter-stage.ts'
import { coordinatesPair } from './may-answer.ts'
import { findPartnership } from './reads.ts'
import { insertWaiver } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

/** `from` is the stage that the coordinator saw, so that of two who move at once the second is told. */
export type MoveStage = { partnership: string; from: string; to: string; reason: string }

/** The coordinator moves a pair on without its exit list; what was not met, and why, is kept. Only where the pathway leads. */
export async function moveStage(tx: Tx, { partnership: id, from, to, reason }: MoveStage): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (!coordinatesPair(tx, pair)) missing()
  const standing = found(await standingOf(tx, pair))
  if (standing.now.stage === to) return
  if (pair.endedAt !== null) refuse('partnerships.ended')
  if (standing.now.stage !== from) refuse('partnerships.stageLeft')

  const nth = await enterStage(tx, pair, { to, why: 'waived' })
  await insertWaiver(tx, { partnership: id, nth, unmet: unmetOf(standing.stage, standing.facts).map(criterionName), reason })
}
