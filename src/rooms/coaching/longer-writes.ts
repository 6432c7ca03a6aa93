import type { Tx } from '#ground/db'

/** False where it was agreed by the same form before. */
export async function insertLonger(tx: Tx, row: { id: string; meeting: string; minutes: number }): Promise<boolean> {
  const added = await tx
    .insertInto('coachingLonger')
    .values({ ...row, at: tx.now, by: tx.by ?? '' })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
