import type { Tx } from '#ground/db'
import type { ExitReason } from './leaving.ts'

type OfPair = { partnership: string; person: string; programme: string }

/** Each answers false where it had been written. */
export async function insertExitReason(tx: Tx, row: OfPair & { reason: ExitReason }): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipExitReasons')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertTalk(tx: Tx, row: OfPair): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipTalks')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertRematchWish(tx: Tx, row: OfPair & { enrolment: string }): Promise<boolean> {
  const written = await tx
    .insertInto('rematchWishes')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertThanks(tx: Tx, row: { partnership: string; person: string; sealed: Uint8Array }): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipThanks')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertLamp(tx: Tx, row: OfPair & { litBy: string }): Promise<boolean> {
  const written = await tx
    .insertInto('lampsLit')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
