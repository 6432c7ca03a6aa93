import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { BatchLine } from './batch-reads.ts'
import type { CardKind } from './card.ts'

type NewBatch = { id: string; organisation: string; card: CardKind; drawnBy: string }

/** False when that form drew it before. */
export async function insertBatch(tx: Tx, row: NewBatch, lines: readonly BatchLine[]): Promise<boolean> {
  const written = await tx
    .insertInto('letterBatches')
    .values({ ...row, drawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return false
  const rows = lines.map((line) => ({ ...line, batch: row.id }))
  await tx.insertInto('letterBatchLines').values(rows).execute()
  return true
}

/** False when it was sent before. */
export async function insertSending(tx: Tx, row: { batch: string; by: string; leavesAt: Temporal.Instant }): Promise<boolean> {
  const written = await tx
    .insertInto('letterBatchSendings')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when it was taken back before; refuses when the letters have left. */
export async function insertRecall(tx: Tx, row: { batch: string; by: string }): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('letterBatchRecalls')
      .values({ ...row, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return written.numInsertedOrUpdatedRows === 1n
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'batch_here') refuse('today.left')
    throw error
  }
}

export async function insertDeparture(tx: Tx, row: { batch: string; written: number; passedOver: number }): Promise<void> {
  await tx
    .insertInto('letterBatchDepartures')
    .values({ ...row, at: tx.now })
    .execute()
}

type NewSetAside = {
  id: string
  organisation: string
  programme: string | null
  card: CardKind
  subject: string
  until: Temporal.PlainDate
  by: string
}

export async function insertSetAside(tx: Tx, row: NewSetAside): Promise<void> {
  await tx
    .insertInto('setAsides')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
