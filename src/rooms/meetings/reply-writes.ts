import type { Tx } from '#ground/db'

export type InboundRow = {
  id: string
  meeting: string
  outcome: 'taken' | 'stale' | 'over' | 'forged'
  person: string | null
  nth: number | null
  stampedAt: Temporal.Instant | null
}

/** False when that very reply came before; of two at once, one is kept. */
export async function insertInbound(tx: Tx, row: InboundRow): Promise<boolean> {
  const written = await tx
    .insertInto('inboundMails')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
