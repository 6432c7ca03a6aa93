import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import { constraintOf } from '#ground/constraint'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Outcome, Severity } from './concern.ts'

/** Holds a concern, there or not yet, until the transaction ends: deeds on it come one after the other. */
export async function lockConcern(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`concern ${id}`}, 0))`.execute(tx)
}

type Telling = { concern: string; sealed: Buffer; raiser: string | null; reference: string }

export async function insertTelling(tx: Tx, { reference, ...row }: Telling): Promise<void> {
  await tx
    .insertInto('concernTellings')
    .values({ ...row, referenceHash: secretHash(reference) })
    .execute()
}

export async function insertAsides(tx: Tx, concern: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('concernAsides')
    .values(people.map((person) => ({ concern, person })))
    .execute()
}

/** `by` is null where it came with the telling. Named twice is named once. */
export async function insertPair(tx: Tx, concern: string, partnership: string, by: string | null): Promise<void> {
  const row = { concern, partnership, at: tx.now, by }
  await tx
    .insertInto('concernPairs')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type NewConcern = { id: string; organisation: string; programme: string | null; severity: Severity; dueAt: Temporal.Instant }

/** Comes last: from then on nobody adds to what was told. */
export async function insertConcern(tx: Tx, row: NewConcern): Promise<void> {
  await tx
    .insertInto('concerns')
    .values({ ...row, raisedAt: tx.now })
    .execute()
}

type NewMessage = { id: string; concern: string; side: 'raiser' | 'officer'; sealed: Buffer; by: string | null }

/** False when this very form was sent before. */
export async function insertMessage(tx: Tx, row: NewMessage): Promise<boolean> {
  const written = await tx
    .insertInto('concernMessages')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when an officer had acknowledged it. */
export async function insertAcknowledgement(tx: Tx, concern: string, by: string): Promise<boolean> {
  const written = await tx
    .insertInto('concernAcknowledgements')
    .values({ concern, by, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when this very form was sent before. */
export async function insertNote(tx: Tx, row: { id: string; concern: string; sealed: Buffer; by: string }): Promise<boolean> {
  const written = await tx
    .insertInto('concernNotes')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertConcernHold(tx: Tx, row: { id: string; concern: string; partnership: string; by: string }): Promise<void> {
  await tx
    .insertInto('concernHolds')
    .values({ ...row, at: tx.now })
    .execute()
}

/** False when somebody had asked. */
export async function insertLiftAsked(tx: Tx, hold: string, by: string): Promise<boolean> {
  const written = await tx
    .insertInto('concernLifts')
    .values({ hold, by, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when it had been confirmed. The database has the last word on four eyes. */
export async function insertLiftConfirmed(tx: Tx, hold: string, by: string): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('concernLiftConfirmations')
      .values({ hold, by, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return written.numInsertedOrUpdatedRows === 1n
  } catch (error) {
    if (constraintOf(error) === 'concern_lift_four_eyes') refuse('concerns.ownLift')
    throw error
  }
}

type NewDisclosure = { id: string; concern: string; partnership: string; items: number; sealed: Buffer; by: string; other: string }

/** Comes last: from then on nobody adds to what was shown. */
export async function insertDisclosure(tx: Tx, row: NewDisclosure, items: readonly Buffer[]): Promise<void> {
  const rows = items.map((sealed, at) => ({ disclosure: row.id, nth: at + 1, sealed }))
  await tx.insertInto('concernDisclosedItems').values(rows).execute()
  await tx
    .insertInto('concernDisclosures')
    .values({ ...row, at: tx.now })
    .execute()
}

type NewEnd = { concern: string; outcome: Outcome; sealed: Buffer; by: string }

/** False when it had ended. */
export async function insertConcernEnd(tx: Tx, row: NewEnd): Promise<boolean> {
  const written = await tx
    .insertInto('concernEnds')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertReminder(tx: Tx, concern: string, which: 'half' | 'overdue'): Promise<boolean> {
  const written = await tx
    .insertInto('concernReminders')
    .values({ concern, which, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when this very form was sent before. */
export async function insertHelplines(tx: Tx, row: { id: string; organisation: string; text: string; by: string }): Promise<boolean> {
  const written = await tx
    .insertInto('helplines')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
