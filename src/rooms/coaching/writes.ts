import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Confirmation, End, Log, Meeting } from './coaching.ts'

/** Holds a meeting for the rest of the transaction; false where the asker may not see it. */
export async function holdCoaching(tx: Tx, meeting: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select scope.hold_coaching(${meeting}) as held`.execute(tx)
  return rows[0]?.held ?? false
}

type NewAllotment = {
  id: string
  bank: string
  organisation: string
  programme: string
  business: string
  partnership: string
  minutes: number
}

export async function insertAllotment(tx: Tx, row: NewAllotment): Promise<boolean> {
  const added = await tx
    .insertInto('allotments')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertExpiry(tx: Tx, allotment: string, expiresOn: Temporal.PlainDate, reason = ''): Promise<void> {
  await tx.insertInto('allotmentExpiries').values({ id: tx.newId(), allotment, expiresOn, reason, at: tx.now, by: tx.by }).execute()
}

export async function insertAllotmentEnd(tx: Tx, allotment: string, minutes: number): Promise<boolean> {
  const added = await tx
    .insertInto('allotmentEnds')
    .values({ allotment, minutes, at: tx.now })
    .onConflict((on) => on.column('allotment').doNothing())
    .returning('allotment')
    .executeTakeFirst()
  return added !== undefined
}

/** False where that reminder was written before. */
export async function insertAllotmentReminder(
  tx: Tx,
  row: { allotment: string; expiresOn: Temporal.PlainDate; days: number },
): Promise<boolean> {
  const added = await tx
    .insertInto('allotmentReminders')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.doNothing())
    .returning('allotment')
    .executeTakeFirst()
  return added !== undefined
}

export type NewMeeting = Omit<
  Meeting,
  'at' | 'by' | 'waitsFor' | 'reservation' | 'log' | 'confirmation' | 'decision' | 'spend' | 'amendment' | 'end'
>

export async function insertTopUp(tx: Tx, row: { meeting: string; amount: bigint }): Promise<void> {
  await tx
    .insertInto('coachingTopUps')
    .values({ ...row, at: tx.now, by: tx.by ?? '' })
    .execute()
}

/** False where the meeting is there already. */
export async function insertCoaching(tx: Tx, meeting: NewMeeting): Promise<boolean> {
  const added = await tx
    .insertInto('coachingMeetings')
    .values({ ...meeting, at: tx.now, by: tx.by })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertWait(tx: Tx, meeting: string, who: string): Promise<void> {
  await tx
    .insertInto('coachingWaits')
    .values({ meeting, who: who.slice(0, 200), at: tx.now, by: tx.by })
    .execute()
}

export async function insertReservation(tx: Tx, meeting: string, entry: string): Promise<void> {
  await tx.insertInto('coachingReservations').values({ meeting, entry, at: tx.now }).execute()
}

export type NewLog = Omit<Log, 'at' | 'by'> & { meeting: string; sealed: Uint8Array | null }

/** False where this very log is there already. */
export async function insertLog(tx: Tx, { topics, present, sealed, ...row }: NewLog): Promise<boolean> {
  const added = await tx
    .insertInto('coachingLogs')
    .values({ ...row, topics: [...topics], present: [...present], sealed: sealed && Buffer.from(sealed), at: tx.now, by: tx.by })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export type NewConfirmation = Omit<Confirmation, 'at' | 'by'> & { meeting: string; reference: string }

export async function insertConfirmation(tx: Tx, row: NewConfirmation): Promise<boolean> {
  const added = await tx
    .insertInto('coachingConfirmations')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

type NewDecision = { id: string; meeting: string; confirmation: string; minutes: number; reason: string; by: string }

export async function insertDecision(tx: Tx, row: NewDecision): Promise<boolean> {
  const added = await tx
    .insertInto('coachingDecisions')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertSpend(tx: Tx, row: { entry: string; meeting: string; minutes: number; amount: bigint }): Promise<void> {
  await tx
    .insertInto('coachingSpends')
    .values({ ...row, at: tx.now, by: tx.by })
    .execute()
}

export async function insertAmendment(
  tx: Tx,
  row: { id: string; meeting: string; minutes: number; reason: string; by: string },
): Promise<void> {
  await tx
    .insertInto('coachingAmendments')
    .values({ ...row, at: tx.now })
    .execute()
}

/** False where it is over already. */
export async function insertEnd(tx: Tx, row: Omit<End, 'at' | 'by'> & { meeting: string; outage: string | null }): Promise<boolean> {
  const added = await tx
    .insertInto('coachingEnds')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((on) => on.column('meeting').doNothing())
    .returning('meeting')
    .executeTakeFirst()
  return added !== undefined
}

type NewOutage = {
  id: string
  organisation: string
  programme: string
  fromDay: Temporal.PlainDate
  untilDay: Temporal.PlainDate
  reason: string
  by: string
}

export async function insertOutage(tx: Tx, row: NewOutage): Promise<boolean> {
  const added = await tx
    .insertInto('coachingOutages')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertCall(
  tx: Tx,
  row: { id: string; meeting: string; outcome: 'no-answer' | 'call-later'; by: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('coachingCalls')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertLink(
  tx: Tx,
  row: { id: string; meeting: string; hash: Uint8Array; person: string; until: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('coachingLinks')
    .values({ ...row, hash: Buffer.from(row.hash), at: tx.now })
    .execute()
}
