import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findBatch } from './batch-reads.ts'
import { insertRecall } from './today-writes.ts'

/** Takes letters back before they leave; afterwards it is refused by name. Twice is once. */
export async function recallBatch(tx: Tx, { batch: id }: { batch: string }): Promise<{ batch: string }> {
  const batch = found(await findBatch(tx, id))
  if (batch.recalledAt !== null) return { batch: id }
  if (batch.leavesAt === null) refuse('today.notSent')
  if (batch.leftAt !== null || Temporal.Instant.compare(batch.leavesAt, tx.now) <= 0) refuse('today.left')
  assert(tx.by, 'somebody takes back')

  if (!(await insertRecall(tx, { batch: id, by: tx.by }))) return { batch: id }
  await tx.note('letters.recalled', id, { organisation: batch.organisation }, { card: batch.card })
  return { batch: id }
}
