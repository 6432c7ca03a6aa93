import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import type { Answered } from './accept.ts'
import { sideAnswered } from './may-answer.ts'
import { moves, stageFor } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { holdPartnership, insertAnswer, insertEnd } from './writes.ts'

/** One side says no, without a reason, and the proposal is over. Nothing that the other side can read says whose no it was. */
export async function decline(tx: Tx, { partnership: id, side: asked }: Answered): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  const side = sideAnswered(tx, pair, asked)
  const move = moves[stageFor(side, pair.answers[side], pair.isAgreed, pair.endedAt !== null)].decline
  if (move === 'done') return
  if (move !== 'do') refuse(move)
  assert(tx.by, 'somebody answers')

  if (!(await insertAnswer(tx, { partnership: id, side, answer: 'declined', by: tx.by }))) return
  await insertEnd(tx, id, 'declined')
  await tx.note('partnership.ended', id, { organisation: pair.organisation, programme: pair.programme }, { reason: 'declined' })
}
