import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Reader } from '#ground/words'
import { limits } from './meeting.ts'

export type Feed = { id: string; token: string; at: Temporal.Instant }

/** The address that a person's calendar is read at, where they have one. */
export async function feedOf(db: Db, person: string): Promise<Feed | undefined> {
  const { rows } = await sql<Feed>`select f.id, f.token, f.at from calendar_feeds f
    where f.person = ${person} and not exists (select 1 from calendar_feed_ends e where e.feed = f.id) order by f.at desc limit 1`.execute(
    db,
  )
  return rows[0]
}

export type FedMeeting = {
  meeting: string
  nth: number
  zone: string
  startsAt: Temporal.Instant
  minutes: number
  partner: string
  saidAt: Temporal.Instant
  isCancelled: boolean
}

const tokenCharsMax = 60

/** What a calendar program reads by a secret address; undefined where no such address answers. */
export async function meetingsByToken(db: Db, token: string): Promise<FedMeeting[] | undefined> {
  if (token.length > tokenCharsMax) return undefined
  const { rows: owner } = await sql<{ person: string | null }>`select scope.calendar_owner(${token}) as person`.execute(db)
  if (!owner[0]?.person) return undefined
  const { rows } = await sql<FedMeeting>`select meeting, nth, zone, starts_at, minutes, partner, said_at, is_cancelled
    from scope.calendar_of(${token}) limit ${limits.feedMax}`.execute(db)
  return rows
}

/** How the owner of a secret address reads: language, calendar, zone. */
export async function readerByToken(db: Db, token: string): Promise<Reader | undefined> {
  if (token.length > tokenCharsMax) return undefined
  const { rows } = await sql<Reader>`select language, calendar, zone from scope.calendar_reader(${token})`.execute(db)
  return rows[0]
}
