import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { licenceKey, nameKey, phoneKey } from './alike.ts'
import type { Alike, Business, Figures, Sign } from './business.ts'

const businessesSql = sql`
  select b.id, b.organisation, b.programme, b.code, b.at, p.at as told_at, p.version, p.name, p.section, p.sector, p.place, p.started_on,
    p.licence, p.phone, p.workers, p.other_support, p.tied,
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

const hasWords = (words: string) => sql`(strpos(p.search, ${words}) > 0 or exists (
  select 1 from business_owners o where o.business = b.id and o.version = p.version and strpos(o.name_key, ${words}) > 0))`

type Asked = { words?: string; page?: number; rowsMax: number }

/** The businesses of a programme by code; those alone in which the words stand. */
export async function businessesOf(db: Db, programme: string, { words = '', page = 1, rowsMax }: Asked): Promise<Business[]> {
  const { rows } = await sql<Business>`${businessesSql}
    where b.programme = ${programme} and ${hasWords(words)}
    order by length(b.code), b.code limit ${rowsMax} offset ${(page - 1) * rowsMax}`.execute(db)
  return rows
}

export async function countBusinesses(db: Db, programme: string, words: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from businesses b join lateral (
      select version, search from business_particulars q where q.business = b.id order by q.version desc limit 1) p on true
    where b.programme = ${programme} and ${hasWords(words)}`.execute(db)
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
export async function alikeOf(db: Db, business: Business, rowsMax: number): Promise<Alike[]> {
  const people = business.owners.flatMap(({ person }) => (person ? [person] : []))
  const names = business.owners.map(({ name }) => nameKey(name)).filter((name) => name !== '')
  const place = nameKey(business.place)
  const ownerSql = sql`select 1 from business_owners o where o.business = b.id and o.version = p.version`
  const { rows } = await sql<{ id: string; signs: Sign[]; same: boolean | null }>`
    select * from (select b.id, b.code, array_remove(array[
        case when exists (${ownerSql} and o.person = any(${people}::uuid[])) then 'owner' end,
        case when p.licence_key = ${licenceKey(business.licence)} then 'licence' end,
        case when p.phone_key = ${phoneKey(business.phone)}
          and exists (${ownerSql} and o.name_key = any(${names}::text[])) then 'phone' end,
        case when p.name_key = ${nameKey(business.name)} and p.place_key = ${place} and ${place} <> ''
          and p.section = ${business.section} then 'name' end], null) as signs,
      (select l.same from business_likenesses l where l.business = least(b.id, ${business.id}::uuid)
        and l.other = greatest(b.id, ${business.id}::uuid) order by l.at desc, l.id desc limit 1) as same
      from businesses b join lateral (
        select * from business_particulars q where q.business = b.id order by q.version desc limit 1) p on true
      where b.programme = ${business.programme} and b.id <> ${business.id}) c
    where cardinality(signs) > 0 order by length(code), code limit ${rowsMax}`.execute(db)
  const found = await businessesById(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, signs, same }) => {
    const other = found.get(id)
    return other ? [{ ...other, signs, same }] : []
  })
}

/** Programmes with a bank that the asker is in as a mentee: there they may apply with a business. */
export async function programmesToApplyIn(db: Db): Promise<string[]> {
  const { rows } = await sql<{ programmes: string[] }>`select scope.applies_in() as programmes`.execute(db)
  return rows[0]?.programmes ?? []
}

/** The currency of the bank of a business's programme; null while it has none. */
export async function currencyOf(db: Db, business: string): Promise<string | null> {
  const { rows } = await sql<{ currency: string | null }>`select scope.business_currency(${business}) as currency`.execute(db)
  return rows[0]?.currency ?? null
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
    select * from (select distinct on (month) id, month, currency, sales, costs, profit, customers, workers, women,
        practice, cash_book, obstacle, known, at
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

export async function obstacleById(db: Db, id: string): Promise<{ id: string; business: string; state: string } | undefined> {
  const { rows } = await sql<{ id: string; business: string; state: string }>`
    select o.id, o.business, (select state from obstacle_states where obstacle = o.id order by at desc, id desc limit 1) as state
    from obstacles o where o.id = ${id}`.execute(db)
  return rows[0]
}
