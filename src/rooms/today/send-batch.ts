import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { findBatch } from './batch-reads.ts'
import { limits } from './card.ts'
import { insertSending } from './today-writes.ts'

/** Sends letters to many, as they were looked at; they leave after a minute, until which they may be taken back. Twice is once. */
export async function sendBatch(tx: Tx, { batch: id }: { batch: string }): Promise<{ batch: string }> {
  const batch = found(await findBatch(tx, id))
  assert(tx.by, 'somebody sends')

  const leavesAt = tx.now.add({ seconds: limits.recallSeconds })
  if (!(await insertSending(tx, { batch: id, by: tx.by, leavesAt }))) return { batch: id }
  await tx.note('letters.sent', id, { organisation: batch.organisation }, { card: batch.card })
  return { batch: id }
}
