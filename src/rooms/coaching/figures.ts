import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { How, Mode, Place } from './coaching.ts'

/** A meeting that was confirmed and paid for, as a claim reads it. */
export type CoachingSpend = {
  meeting: string
  /** The entry of the journal that stands for it. */
  entry: string
  business: string
  day: Temporal.PlainDate
  startsAt: Temporal.Instant
  /** Minutes that are paid for. */
  minutes: number
  /** In minor units of the bank's currency. */
  amount: bigint
  mode: Mode
  place: Place
  how: How
  /** Seconds from the log to what the client said of it. */
  confirmedWithinSeconds: number
  confirmedAt: Temporal.Instant
}

const spendsMax = 5_000

/**
 * What a coach is owed for of a bank, by the day on which it took place; of an amended meeting what stands now, and none of a reversed one.
 * For coordinators, the coach and the house.
 */
export async function spendsOf(
  db: Db,
  bank: string,
  coach: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<CoachingSpend[]> {
  const { rows } = await sql<CoachingSpend>`
    select m.id as meeting, s.entry, m.business, l.day, m.starts_at, s.minutes, s.amount, l.mode, l.place, c.how,
      greatest(0, floor(extract(epoch from c.at - l.at)))::int as confirmed_within_seconds, c.at as confirmed_at
    from coaching_meetings m
      join lateral (select * from coaching_spends x where x.meeting = m.id order by x.at desc, x.entry desc limit 1) s on true
      join lateral (select * from coaching_logs x where x.meeting = m.id order by x.version desc limit 1) l on true
      join lateral (select * from coaching_confirmations x where x.meeting = m.id order by x.at desc, x.id desc limit 1) c on true
    where m.bank = ${bank} and m.coach = ${coach} and l.day >= ${from} and l.day <= ${to}
      and not exists (select 1 from coaching_amendments a where a.meeting = m.id and a.minutes = 0)
    order by l.day, m.starts_at, m.id limit ${spendsMax}`.execute(db)
  return rows
}

/** Coaches of whom a bank paid for anything in a time. */
export async function coachesPaid(db: Db, bank: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ coach: string }>`
    select distinct m.coach from coaching_meetings m join coaching_spends s on s.meeting = m.id
      join coaching_logs l on l.meeting = m.id
    where m.bank = ${bank} and l.day >= ${from} and l.day <= ${to} order by m.coach`.execute(db)
  return rows.map(({ coach }) => coach)
}

export type StandBy = { meeting: string; day: Temporal.PlainDate; amount: bigint }

/** What a coach is owed for having stood by: these meetings did not take place. */
export async function standBysOf(
  db: Db,
  bank: string,
  coach: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<StandBy[]> {
  const { rows } = await sql<StandBy>`
    select m.id as meeting, m.day, e.standby as amount from coaching_ends e join coaching_meetings m on m.id = e.meeting
    where m.bank = ${bank} and m.coach = ${coach} and m.day >= ${from} and m.day <= ${to} and e.standby > 0
    order by m.day, m.id limit ${spendsMax}`.execute(db)
  return rows
}
