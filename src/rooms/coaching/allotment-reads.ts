import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits } from './coaching.ts'

export type Allotment = {
  id: string
  bank: string
  organisation: string
  programme: string
  business: string
  partnership: string
  minutes: number
  expiresOn: Temporal.PlainDate
  endedAt: Temporal.Instant | null
  at: Temporal.Instant
}

const allotmentsSql = sql`
  select a.id, a.bank, a.organisation, a.programme, a.business, a.partnership, a.minutes, x.expires_on, e.at as ended_at, a.at
  from allotments a
    join lateral (select expires_on from allotment_expiries y where y.allotment = a.id order by y.at desc, y.id desc limit 1) x on true
    left join allotment_ends e on e.allotment = a.id`

/** The hours that were allotted to a business, the latest first. */
export async function allotmentsOf(db: Db, business: string): Promise<Allotment[]> {
  const { rows } = await sql<Allotment>`${allotmentsSql} where a.business = ${business} order by a.at desc, a.id desc limit 50`.execute(db)
  return rows
}

/** The allotment that a meeting on a day draws on: of those still there, the first that expires. */
export async function livingAllotment(db: Db, business: string, day: Temporal.PlainDate): Promise<Allotment | undefined> {
  const { rows } = await sql<Allotment>`${allotmentsSql}
    where a.business = ${business} and e.at is null and x.expires_on >= ${day} order by x.expires_on, a.at limit 1`.execute(db)
  return rows[0]
}

/** Those of a programme that a day falls into. */
export async function allotmentsIn(db: Db, programme: string, businesses: readonly string[]): Promise<Allotment[]> {
  const { rows } = await sql<Allotment>`${allotmentsSql}
    where a.programme = ${programme} and a.business = any(${[...businesses]}::uuid[]) and e.at is null`.execute(db)
  return rows
}

/** Those that are still there and expire before a day; the house asks. */
export async function allotmentsExpiring(db: Db, before: Temporal.PlainDate): Promise<Allotment[]> {
  const { rows } = await sql<Allotment>`${allotmentsSql}
    where e.at is null and x.expires_on < ${before} order by x.expires_on, a.id limit ${limits.sweptMax}`.execute(db)
  return rows
}

/** The businesses with hours that are still there, of pairs; each once. */
export async function businessesAllotted(db: Db, bank: string, partnerships: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ business: string }>`select distinct a.business from allotments a
    where a.bank = ${bank} and a.partnership = any(${[...partnerships]}::uuid[])
      and not exists (select 1 from allotment_ends e where e.allotment = a.id)`.execute(db)
  return rows.map(({ business }) => business)
}

export async function isAllotted(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('allotments').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Minutes that a business was given since an instant and has not given back. */
export async function allottedSince(db: Db, business: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ minutes: bigint }>`
    select coalesce(sum(a.minutes - coalesce(e.minutes, 0)), 0)::bigint as minutes
    from allotments a left join allotment_ends e on e.allotment = a.id where a.business = ${business} and a.at >= ${since}`.execute(db)
  return Number(rows[0]?.minutes ?? 0n)
}
