import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { type Deed, type EndReason, moves, stageFor } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { holdPartnership, insertEnd } from './writes.ts'

/** An end that nobody's no brought about. */
export type Ending = { partnership: string; reason: Exclude<EndReason, 'declined'> }

const deedOf: Record<Ending['reason'], Deed> = { unanswered: 'lapse', withdrawn: 'withdraw', 'no-place': 'losePlace' }

/** The house ends a proposal, or a partnership that somebody left. What is over stays as it ended. */
export async function endPartnership(tx: Tx, { partnership: id, reason }: Ending): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  const move = moves[stageFor(null, null, pair.isAgreed, pair.endedAt !== null)][deedOf[reason]]
  if (move === 'done') return
  if (move !== 'do') refuse(move)

  await insertEnd(tx, id, reason)
  await tx.note('partnership.ended', id, { organisation: pair.organisation, programme: pair.programme }, { reason })
}
