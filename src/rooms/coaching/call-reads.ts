import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { bankOf, termsOf } from '#hours/reads'
import { limits, type Meeting, stateOf } from './coaching.ts'
import { unsettledIn } from './list-reads.ts'

export type CallBack = Meeting & { calls: number; calledAt: Temporal.Instant | null }

/** Meetings that a client has not answered within the bank's days, the oldest log first, with how often somebody rang. */
export async function callBacksIn(db: Db, programme: string): Promise<CallBack[]> {
  const bank = await bankOf(db, programme)
  if (bank === undefined) return []
  const { confirmDays } = await termsOf(db, bank.id)
  const before = db.now.subtract({ hours: 24 * confirmDays })
  const waiting = (await unsettledIn(db, programme)).filter(
    (meeting) => stateOf(meeting, db.now) === 'recorded' && meeting.log && Temporal.Instant.compare(meeting.log.at, before) <= 0,
  )
  const calls = await callsOf(
    db,
    waiting.map(({ id }) => id),
  )
  return waiting.map((meeting) => ({ ...meeting, calls: calls.get(meeting.id)?.calls ?? 0, calledAt: calls.get(meeting.id)?.at ?? null }))
}

/** Meetings of which coach and client say different things, the oldest first. */
export async function disputesIn(db: Db, programme: string): Promise<Meeting[]> {
  return (await unsettledIn(db, programme)).filter((meeting) => stateOf(meeting, db.now) === 'disputed')
}

async function callsOf(db: Db, meetings: readonly string[]): Promise<Map<string, { calls: number; at: Temporal.Instant }>> {
  const { rows } = await sql<{ meeting: string; calls: number; at: Temporal.Instant }>`
    select meeting, count(*)::int as calls, max(at) as at from coaching_calls where meeting = any(${[...meetings]}::uuid[])
    group by meeting`.execute(db)
  return new Map(rows.map(({ meeting, ...calls }) => [meeting, calls]))
}

export type AbsentCoach = { coach: string; times: number; last: Temporal.Instant }

/** Coaches who did not come twice or more within sixty days: a coordinator is told (7.7.6). */
export async function absentCoaches(db: Db, programme: string): Promise<AbsentCoach[]> {
  const { rows } = await sql<AbsentCoach>`
    select m.coach, count(*)::int as times, max(m.starts_at) as last from coaching_ends e join coaching_meetings m on m.id = e.meeting
    where m.programme = ${programme} and e.kind = 'noShowCoach' and m.starts_at > ${db.now.subtract({ hours: 24 * 60 })}
    group by m.coach having count(*) >= 2 order by last desc limit ${limits.callsShownMax}`.execute(db)
  return rows
}
