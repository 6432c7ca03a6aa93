import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Business, Figures, Obstacle } from './business.ts'

const businessesSql = sql`
  select b.id, b.organisation, b.programme, b.code, b.at, p.version, p.name, p.section, p.sector, p.place, p.started_on, p.licence, p.phone,
    p.workers, p.other_support, p.tied,
    coalesce((select jsonb_agg(jsonb_build_object('person', o.person, 'name', o.name, 'adult', o.adult) order by o.position)
      from business_owners o where o.business = b.id and o.version = p.version), '[]') as owners,
    coalesce((select jsonb_agg(jsonb_build_object('package', t.package, 'year', t.year) order by t.year, t.package)
      from business_trainings t where t.business = b.id and t.version = p.version), '[]') as trainings,
    (select d.decision from business_decisions d where d.business = b.id order by d.at desc, d.id desc limit 1) as decision
  from businesses b join lateral (
    select * from business_particulars q where q.business = b.id order by q.version desc limit 1) p on true`

export async function findBusiness(db: Db, id: string): Promise<Business | undefined> {
  return (await sql<Business>`${businessesSql} where b.id = ${id}`.execute(db)).rows[0]
}

/** Businesses by their ids; those behind the walls are left out. */
export async function businessesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Business>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Business>`${businessesSql} where b.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function businessByCode(db: Db, programme: string, code: string): Promise<Business | undefined> {
  return (await sql<Business>`${businessesSql} where b.programme = ${programme} and b.code = ${code}`.execute(db)).rows[0]
}

type Asked = { words?: string; page?: number; rowsMax: number }

/** The businesses of a programme by code; those alone in which the words stand. */
export async function businessesOf(db: Db, programme: string, { words = '', page = 1, rowsMax }: Asked): Promise<Business[]> {
  const { rows } = await sql<Business>`${businessesSql}
    where b.programme = ${programme} and strpos(p.search, ${words}) > 0
    order by length(b.code), b.code limit ${rowsMax} offset ${(page - 1) * rowsMax}`.execute(db)
  return rows
}

export async function countBusinesses(db: Db, programme: string, words: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from businesses b join lateral (
      select search from business_particulars q where q.business = b.id order by q.version desc limit 1) p on true
    where b.programme = ${programme} and strpos(p.search, ${words}) > 0`.execute(db)
  return Number(rows[0]?.count ?? 0n)
}

/** The businesses that a person owns. */
export async function businessesOfOwner(db: Db, person: string): Promise<Business[]> {
  const { rows } = await sql<Business>`${businessesSql}
    where exists (select 1 from business_owners o where o.business = b.id and o.version = p.version and o.person = ${person})
    order by b.at desc limit 20`.execute(db)
  return rows
}

/** The businesses that the asker owns, or coaches an owner of. */
export async function myBusinesses(db: Db, rowsMax: number): Promise<Business[]> {
  const { rows } = await sql<Business>`${businessesSql} where scope.is_of_business(b.id) order by b.code limit ${rowsMax}`.execute(db)
  return rows
}

/**
 * Businesses that may be the same one (7.7.12 of the domain): one owner, one licence, one phone with one owner's name, or one name in one
 * place and section. A shared phone alone is no sign: many share one.
 */
export async function alikeOf(db: Db, business: Business, rowsMax: number): Promise<(Business & { same: boolean | null })[]> {
  const people = business.owners.flatMap(({ person }) => (person ? [person] : []))
  const names = business.owners.map(({ name }) => name.toLowerCase())
  const { rows } = await sql<Business & { same: boolean | null }>`
    select c.*, (select l.same from business_likenesses l where l.business = least(c.id, ${business.id}::uuid)
      and l.other = greatest(c.id, ${business.id}::uuid) order by l.at desc, l.id desc limit 1) as same
    from (${businessesSql}) c
    where c.programme = ${business.programme} and c.id <> ${business.id} and (
      exists (select 1 from business_owners o where o.business = c.id and o.version = c.version and o.person = any(${people}::uuid[]))
      or c.licence = ${business.licence}
      or (c.phone = ${business.phone} and exists (
        select 1 from business_owners o where o.business = c.id and o.version = c.version and lower(o.name) = any(${names}::text[])))
      or (lower(c.name) = ${business.name.toLowerCase()} and lower(c.place) = ${business.place.toLowerCase()}
        and c.section = ${business.section}))
    order by c.code limit ${rowsMax}`.execute(db)
  return rows
}

export type Decided = { decision: string; reason: string; at: Temporal.Instant; by: string | null }

export async function decisionsOf(db: Db, business: string): Promise<Decided[]> {
  return db
    .selectFrom('businessDecisions')
    .select(['decision', 'reason', 'at', 'by'])
    .where('business', '=', business)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}

/** The figures of a business, a month's latest alone, the newest month first. */
export async function figuresOf(db: Db, business: string, rowsMax: number): Promise<Figures[]> {
  const { rows } = await sql<Figures>`
    select * from (select distinct on (month) id, month, sales, costs, profit, customers, workers, women, practice, cash_book, known, at
      from business_figures where business = ${business} order by month, at desc, id desc) f order by month desc limit ${rowsMax}`.execute(
    db,
  )
  return rows
}

/** Whether anything was measured: before the first meeting it must be. */
export async function hasBaseline(db: Db, business: string): Promise<boolean> {
  const row = await db.selectFrom('businessFigures').select('id').where('business', '=', business).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function obstaclesOf(db: Db, business: string, rowsMax: number): Promise<Obstacle[]> {
  const { rows } = await sql<Obstacle>`
    select o.id, o.kind, o.at as raised_at, s.state, s.at from obstacles o join lateral (
      select state, at from obstacle_states where obstacle = o.id order by at desc, id desc limit 1) s on true
    where o.business = ${business} order by o.at desc limit ${rowsMax}`.execute(db)
  return rows
}

export async function obstacleById(db: Db, id: string): Promise<{ id: string; business: string; state: string } | undefined> {
  const { rows } = await sql<{ id: string; business: string; state: string }>`
    select o.id, o.business, (select state from obstacle_states where obstacle = o.id order by at desc, id desc limit 1) as state
    from obstacles o where o.id = ${id}`.execute(db)
  return rows[0]
}
