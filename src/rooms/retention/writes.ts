import { sql } from 'kysely'
import type { Tx } from '#ground/db'

const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n

type NewWish = { id: string; person: string; organisation: string; dueAt: Temporal.Instant }

export async function insertWish(tx: Tx, wish: NewWish): Promise<boolean> {
  const row = { ...wish, askedAt: tx.now, askedBy: tx.by }
  return isNew(
    await tx
      .insertInto('erasureWishes')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertWishEnd(tx: Tx, wish: string, by: string): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('erasureWishEnds')
      .values({ wish, by, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** Empties every row that says who somebody was, and remembers that it was done. False when it was done before. */
export async function wipePerson(tx: Tx, person: string, organisation: string): Promise<boolean> {
  const done = await tx
    .insertInto('erasures')
    .values({ person, organisation, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!isNew(done)) return false
  await sql`select scope.erase_person(${person}, ${tx.now})`.execute(tx)
  return true
}

export async function insertShredding(
  tx: Tx,
  shredding: { programme: string; organisation: string; erasesPeople: boolean; by: string },
): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('programmeShreddings')
      .values({ ...shredding, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertNotice(tx: Tx, partnership: string): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('keepingNotices')
      .values({ partnership, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}
