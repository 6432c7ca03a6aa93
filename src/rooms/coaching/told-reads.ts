import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits } from './coaching.ts'

export type AskedForMoney = { meeting: string; business: string; day: Temporal.PlainDate; at: Temporal.Instant }

/** Meetings after which a client told that somebody asked them for money, within a year, the latest first. For who judges them alone. */
export async function askedForMoneyIn(db: Db, programme: string): Promise<AskedForMoney[]> {
  const { rows } = await sql<AskedForMoney>`
    select m.id as meeting, m.business, m.day, t.at from coaching_told t join coaching_meetings m on m.id = t.meeting
    where m.programme = ${programme} and t.asked_for_money and t.at > ${db.now.subtract({ hours: 24 * 365 })}
    order by t.at desc limit ${limits.callsShownMax}`.execute(db)
  return rows
}

/** Of some meetings those after which a client told so. */
export async function askedForMoneyAmong(db: Db, meetings: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ meeting: string }>`
    select distinct meeting from coaching_told where asked_for_money and meeting = any(${[...meetings]}::uuid[])`.execute(db)
  return new Set(rows.map(({ meeting }) => meeting))
}

/** How useful clients found their meetings, from 1 to 5 on average; null where fewer than five told it, so that nobody is picked out. */
export async function usefulnessIn(db: Db, programme: string): Promise<{ average: number; count: number } | null> {
  const { rows } = await sql<{ average: number | null; count: number }>`
    select avg(t.useful)::float8 as average, count(t.useful)::int as count
    from coaching_told t join coaching_meetings m on m.id = t.meeting where m.programme = ${programme}`.execute(db)
  const [told] = rows
  return told === undefined || told.average === null || told.count < limits.toldMin ? null : { average: told.average, count: told.count }
}
