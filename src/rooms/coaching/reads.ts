import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Confirmation, Decision, End, Log, Meeting } from './coaching.ts'
import { limits } from './coaching.ts'

type Row = Omit<Meeting, 'log' | 'confirmation' | 'decision' | 'spend' | 'amendment' | 'end'> & {
  [K in keyof Log as `log${Capitalize<K>}`]: Log[K] | null
} & { [K in keyof Confirmation as `said${Capitalize<K>}`]: Confirmation[K] | null } & {
  [K in keyof Decision as `decided${Capitalize<K>}`]: Decision[K] | null
} & { [K in keyof End as `end${Capitalize<K>}`]: End[K] | null } & {
  spentEntry: string | null
  spentMinutes: number | null
  spentAt: Temporal.Instant | null
  amendedMinutes: number | null
  amendedReason: string | null
  amendedAt: Temporal.Instant | null
}

/** A meeting `m` beside the latest row of each kind about it. */
export const fromSql = sql`
from coaching_meetings m
    left join coaching_waits w on w.meeting = m.id
    left join coaching_ends e on e.meeting = m.id
    left join lateral (select entry from coaching_reservations x where x.meeting = m.id order by x.at desc, x.entry desc limit 1) r on true
    left join lateral (select * from coaching_logs x where x.meeting = m.id order by x.version desc limit 1) l on true
    left join lateral (select * from coaching_confirmations x where x.meeting = m.id order by x.at desc, x.id desc limit 1) c on true
    left join lateral (select * from coaching_decisions x where x.meeting = m.id order by x.at desc, x.id desc limit 1) d on true
    left join lateral (select * from coaching_spends x where x.meeting = m.id order by x.at desc, x.entry desc limit 1) s on true
    left join lateral (select * from coaching_amendments x where x.meeting = m.id order by x.at desc, x.id desc limit 1) a on true`

/** Every meeting with the latest row of each kind about it. */
export const meetingsSql = sql`
  select m.id, m.organisation, m.programme, m.bank, m.business, m.allotment, m.partnership, m.coach, m.starts_at, m.day, m.minutes, m.mode,
    m.place, m.escorted, m.grouping, m.group_minutes, m.at, m.by, w.who as waits_for, r.entry as reservation,
    l.id as log_id, l.version as log_version, l.day as log_day, l.minutes as log_minutes, l.mode as log_mode, l.place as log_place,
    l.topics as log_topics, l.present as log_present, l.outage as log_outage, l.at as log_at, l.by as log_by,
    c.id as said_id, c.version as said_version, c.says as said_says, c.minutes as said_minutes, c.how as said_how, c.at as said_at,
    c.by as said_by, d.minutes as decided_minutes, d.reason as decided_reason, d.at as decided_at, d.by as decided_by,
    s.entry as spent_entry, s.minutes as spent_minutes, s.at as spent_at,
    a.minutes as amended_minutes, a.reason as amended_reason, a.at as amended_at,
    e.kind as end_kind, e.lost_minutes as end_lost_minutes, e.warned as end_warned, e.standby as end_standby, e.reason as end_reason,
    e.at as end_at, e.by as end_by
  ${fromSql}`

function logIn(row: Row): Log | null {
  if (row.logId === null) return null
  const { logId, logVersion, logDay, logMinutes, logMode, logPlace, logTopics, logPresent, logOutage, logAt, logBy } = row
  const log = { id: logId, version: logVersion, day: logDay, minutes: logMinutes, mode: logMode, place: logPlace, by: logBy }
  return { ...log, topics: logTopics, present: logPresent, outage: logOutage, at: logAt } as Log
}

function confirmationIn(row: Row): Confirmation | null {
  const { saidId, saidVersion, saidSays, saidMinutes, saidHow, saidAt, saidBy } = row
  if (saidId === null) return null
  return { id: saidId, version: saidVersion, says: saidSays, minutes: saidMinutes, how: saidHow, at: saidAt, by: saidBy } as Confirmation
}

function endIn(row: Row): End | null {
  const { endKind, endLostMinutes, endWarned, endStandby, endReason, endAt, endBy } = row
  if (endKind === null) return null
  const end = { kind: endKind, lostMinutes: endLostMinutes, warned: endWarned, standby: endStandby }
  return { ...end, reason: endReason, at: endAt, by: endBy } as End
}

function meetingFrom(row: Row): Meeting {
  const { decidedMinutes, decidedReason, decidedAt, decidedBy, spentEntry, spentMinutes, spentAt } = row
  const { amendedMinutes, amendedReason, amendedAt } = row
  const { id, organisation, programme, bank, business, allotment, partnership, coach, startsAt, day, minutes, mode, place } = row
  const { escorted, grouping, groupMinutes, at, by, waitsFor, reservation } = row
  return {
    ...{ id, organisation, programme, bank, business, allotment, partnership, coach, startsAt, day, minutes, mode, place },
    ...{ escorted, grouping, groupMinutes, at, by, waitsFor, reservation },
    log: logIn(row),
    confirmation: confirmationIn(row),
    decision:
      decidedAt === null ? null : ({ minutes: decidedMinutes, reason: decidedReason, at: decidedAt, by: decidedBy } as Meeting['decision']),
    spend: spentEntry === null ? null : ({ entry: spentEntry, minutes: spentMinutes, at: spentAt } as Meeting['spend']),
    amendment: amendedAt === null ? null : ({ minutes: amendedMinutes, reason: amendedReason, at: amendedAt } as Meeting['amendment']),
    end: endIn(row),
  }
}

/** The meetings that a clause over `meetingsSql` answers. */
export async function meetings(db: Db, rest: RawBuilder<unknown>): Promise<Meeting[]> {
  const { rows } = await sql<Row>`${meetingsSql} ${rest}`.execute(db)
  return rows.map(meetingFrom)
}

export async function findCoaching(db: Db, id: string): Promise<Meeting | undefined> {
  if (!isId(id)) return undefined
  return (await meetings(db, sql`where m.id = ${id}`))[0]
}

/** The meetings of a business, the latest first. */
export async function coachingOf(db: Db, business: string): Promise<Meeting[]> {
  return meetings(db, sql`where m.business = ${business} order by m.starts_at desc, m.id limit ${limits.meetingsShownMax}`)
}

export async function coachingOfGroup(db: Db, grouping: string): Promise<Meeting[]> {
  return meetings(db, sql`where m.grouping = ${grouping} order by m.id`)
}

/** Who waits for money of a bank, in the order in which they booked. */
export async function queueOf(db: Db, bank: string): Promise<Meeting[]> {
  return meetings(
    db,
    sql`where m.bank = ${bank} and w.meeting is not null and r.entry is null and e.meeting is null
      order by m.at, m.id limit ${limits.sweptMax}`,
  )
}

/** Banks in which somebody waits; the house asks. */
export async function banksWaiting(db: Db): Promise<string[]> {
  const { rows } = await sql<{ bank: string }>`
    select distinct m.bank from coaching_waits w join coaching_meetings m on m.id = w.meeting
    where not exists (select 1 from coaching_reservations r where r.meeting = m.id)
      and not exists (select 1 from coaching_ends e where e.meeting = m.id)`.execute(db)
  return rows.map(({ bank }) => bank)
}

/** How many wait before a meeting booked at that instant; all of them where none is named. */
export async function waitingBefore(db: Db, bank: string, before: Temporal.Instant | null = null): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select scope.waiting_before(${bank}, ${before}) as count`.execute(db)
  return Number(rows[0]?.count ?? 0n)
}

/** Minutes of a business and of a coach in the week that begins on a day, but for one meeting. */
export async function minutesInWeek(
  db: Db,
  { business, coach, week, besides }: { business: string; coach: string; week: Temporal.PlainDate; besides: string },
): Promise<{ business: number; coach: number }> {
  const { rows } = await sql<{ businessMinutes: bigint; coachMinutes: bigint }>`
    select * from scope.coaching_in_week(${business}, ${coach}, ${week}, ${besides})`.execute(db)
  return { business: Number(rows[0]?.businessMinutes ?? 0n), coach: Number(rows[0]?.coachMinutes ?? 0n) }
}

/** Minutes that a coach has booked and held out of a bank, but for one meeting. */
export async function minutesOfCoach(db: Db, { bank, coach, besides }: { bank: string; coach: string; besides: string }): Promise<number> {
  const { rows } = await sql<{ minutes: bigint }>`select scope.coaching_of_coach(${bank}, ${coach}, ${besides}) as minutes`.execute(db)
  return Number(rows[0]?.minutes ?? 0n)
}

/** How often a business was late or absent before. */
export async function lateBefore(db: Db, business: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from coaching_ends e join coaching_meetings m on m.id = e.meeting
    where m.business = ${business} and e.kind in ('lateCancelledByClient', 'noShowClient') and not m.escorted`.execute(db)
  return Number(rows[0]?.count ?? 0n)
}

/** The sealed next step of the latest log; null where none was written. */
export async function sealedStep(
  db: Db,
  meeting: string,
): Promise<{ id: string; version: number; by: string | null; sealed: Uint8Array } | undefined> {
  const row = await db
    .selectFrom('coachingLogs')
    .select(['id', 'version', 'by', 'sealed'])
    .where('meeting', '=', meeting)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sealed ? { ...row, sealed: row.sealed } : undefined
}
