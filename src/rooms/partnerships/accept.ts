import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { pathwayOf } from '#programmes/pathway-reads'
import { enterStage } from './enter-stage.ts'
import { sideAnswered } from './may-answer.ts'
import { moves, type Side, stageFor } from './partnership.ts'
import { reachMilestone } from './reach-milestone.ts'
import { bothAccepted, findPartnership } from './reads.ts'
import { holdPartnership, insertAnswer } from './writes.ts'

/** `side` is named by a coordinator who was told the answer by telephone; null for one's own. */
export type Answered = {
  partnership: string
  side: Side | null
  /** Who brought the answer, where the house enters one that was given elsewhere. */
  by?: string
}

/** One side says yes. The same yes again changes nothing; the partnership stands once both have said it. */
export async function accept(tx: Tx, { partnership: id, side: asked, by: brought }: Answered): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  const side = sideAnswered(tx, pair, asked)
  const move = moves[stageFor(side, pair.answers[side], pair.isAgreed, pair.endedAt !== null)].accept
  if (move === 'done') return
  if (move !== 'do') refuse(move)
  const by = tx.by ?? (tx.scope.door === 'house' ? brought : undefined)
  assert(by, 'somebody answers')

  if (!(await insertAnswer(tx, { partnership: id, side, answer: 'accepted', by }))) return
  const where = { organisation: pair.organisation, programme: pair.programme }
  await tx.note('partnership.accepted', id, where)
  if (!(await bothAccepted(tx, id))) return
  await tx.note('partnership.agreed', id, where)
  await enterStage(tx, pair, { to: (await pathwayOf(tx, pair.programme)).begins, why: 'begun' })
  await reachMilestone(tx, { partnership: id, milestone: 'both-accepted', cause: id })
}
