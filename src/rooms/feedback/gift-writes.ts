import type { Tx } from '#ground/db'
import type { Side } from '#partnerships/partnership'

type NewRound = { id: string; partnership: string; nth: number; mentor: string; mentee: string; openedBy: string }

/** False when the other opened that round at the same moment. */
export async function insertRound(tx: Tx, row: NewRound): Promise<boolean> {
  const written = await tx
    .insertInto('giftRounds')
    .values({ ...row, openedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewGift = { round: string; side: Side; sealed: Uint8Array; by: string }

/** False when that side had given. */
export async function insertGift(tx: Tx, row: NewGift): Promise<boolean> {
  const written = await tx
    .insertInto('gifts')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
