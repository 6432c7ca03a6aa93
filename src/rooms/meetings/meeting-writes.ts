import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Answer, Happened, Meeting } from './meeting.ts'
import { type WallTime, zoneData } from './wall-time.ts'

/** Holds a pair until the transaction ends: what two plan or tell at once comes one after the other. */
export async function holdPair(tx: Tx, partnership: string): Promise<void> {
  await sql`select scope.hold_partnership(${partnership})`.execute(tx)
}

/** Holds a meeting until the transaction ends: it is moved, placed and cancelled one after the other, so that each sees the last. */
export async function holdMeeting(tx: Tx, meeting: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${meeting}`}, 0))`.execute(tx)
}

export type NewMeeting = Pick<Meeting, 'id' | 'programme' | 'organisation' | 'partnership' | 'ask' | 'rhythm' | 'host' | 'guest'>

/** False when a meeting of that id is there. */
export async function insertMeeting(tx: Tx, row: NewMeeting): Promise<boolean> {
  const written = await tx
    .insertInto('meetings')
    .values({ ...row, madeAt: tx.now, madeBy: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertTime(tx: Tx, row: { meeting: string; nth: number; wall: WallTime; minutes: number }): Promise<void> {
  const { meeting, nth, minutes, wall } = row
  const local = wall.local.toString({ smallestUnit: 'minute' })
  await sql`insert into meeting_times (meeting, nth, local_time, zone, starts_at, minutes, zone_data, said_at, said_by)
    values (${meeting}, ${nth}, ${local}::timestamp, ${wall.zone}, ${wall.at}, ${minutes}, ${zoneData}, ${tx.now}, ${tx.by})`.execute(tx)
}

type NewPlace = { meeting: string; nth: number; sealed: Uint8Array | null; by: string }

export async function insertPlace(tx: Tx, row: NewPlace): Promise<void> {
  await tx
    .insertInto('meetingPlaces')
    .values({ ...row, at: tx.now })
    .execute()
}

/** False when it was cancelled before. */
export async function insertCancellation(tx: Tx, meeting: string): Promise<boolean> {
  const written = await tx
    .insertInto('meetingCancellations')
    .values({ meeting, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertAnswer(
  tx: Tx,
  row: { id: string; meeting: string; nth: number; person: string; answer: Answer },
): Promise<void> {
  await tx
    .insertInto('meetingAnswers')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type NewStatement = { id: string; meeting: string; person: string; happened: Happened; minutes: number | null }

/** False when that form was sent before. */
export async function insertStatement(tx: Tx, row: NewStatement): Promise<boolean> {
  const written = await tx
    .insertInto('meetingStatements')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertOffer(
  tx: Tx,
  row: { id: string; partnership: string; minutes: number; by: string },
  times: readonly WallTime[],
) {
  const written = await tx
    .insertInto('meetingOffers')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return false
  for (const [at, wall] of times.entries()) {
    await sql`insert into meeting_offer_times (offer, nth, local_time, zone, starts_at)
      values (${row.id}, ${at + 1}, ${wall.local.toString()}::timestamp, ${wall.zone}, ${wall.at})`.execute(tx)
  }
  return true
}

/** False when it had ended. */
export async function insertOfferEnd(tx: Tx, row: { offer: string; taken: number | null; by: string }): Promise<boolean> {
  const written = await tx
    .insertInto('meetingOfferEnds')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewRhythm = {
  id: string
  partnership: string
  everyWeeks: number
  firstDay: Temporal.PlainDate
  wallTime: Temporal.PlainTime
  zone: string
  minutes: number
  by: string
}

/** False when that form was sent before. */
export async function insertRhythm(tx: Tx, { wallTime, ...row }: NewRhythm): Promise<boolean> {
  const written = await tx
    .insertInto('rhythms')
    .values({ ...row, wallTime: wallTime.toString({ smallestUnit: 'minute' }), at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertRhythmEnd(tx: Tx, rhythm: string): Promise<void> {
  await tx
    .insertInto('rhythmEnds')
    .values({ rhythm, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertFeed(tx: Tx, row: { id: string; person: string; token: string }): Promise<void> {
  await tx
    .insertInto('calendarFeeds')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertFeedEnd(tx: Tx, feed: string): Promise<void> {
  await tx
    .insertInto('calendarFeedEnds')
    .values({ feed, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
