import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { limits } from './coaching.ts'

export type Strip = {
  id: string
  organisation: string
  programme: string
  business: string
  at: Temporal.Instant
  endedAt: Temporal.Instant | null
  /** How many of its codes are used, and which. */
  used: readonly number[]
}

const stripsSql = sql`
  select s.id, s.organisation, s.programme, s.business, s.at, e.at as ended_at,
    coalesce((select array_agg(u.nth::int order by u.nth) from code_uses u where u.strip = s.id), '{}') as used
  from code_strips s left join code_strip_ends e on e.strip = s.id`

/** The strips of a business, the latest first: for coordinators who do not coach it; to anybody else there are none. */
export async function stripsOf(db: Db, business: string): Promise<Strip[]> {
  const { rows } = await sql<Strip>`${stripsSql} where s.business = ${business} order by s.at desc, s.id desc limit 20`.execute(db)
  return rows
}

export async function findStrip(db: Db, id: string): Promise<Strip | undefined> {
  const { rows } = await sql<Strip>`${stripsSql} where s.id = ${id}`.execute(db)
  return rows[0]
}

/** The codes of a strip in order, as they are printed; null where their key is not the asker's. */
export async function codesOf(db: Db, strip: Pick<Strip, 'id' | 'organisation'>): Promise<readonly string[] | null> {
  const row = await db.selectFrom('codeStrips').select(['sealed', 'by']).where('id', '=', strip.id).executeTakeFirst()
  const keys = await findKeys(db, { kind: 'organisation', id: strip.organisation })
  if (!row || !keys) return null
  return keys.open<{ codes: string[] }>({ kind: 'code-strip', item: strip.id, author: row.by }, row.sealed).codes
}

/** Which of the marks an organisation has used on any strip. */
export async function takenMarks(db: Db, organisation: string, marks: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mark: string }>`
    select mark from strip_codes where organisation = ${organisation} and mark = any(${[...marks]}::text[])`.execute(db)
  return new Set(rows.map(({ mark }) => mark))
}

/** How many codes a business has left on its strip; null where it has none. */
export async function codesLeft(db: Db, business: string): Promise<number | null> {
  const { rows } = await sql<{ left: bigint | null }>`select scope.codes_left(${business}) as left`.execute(db)
  const left = rows[0]?.left ?? null
  return left === null ? null : Number(left)
}

export type Locked = { business: string; tries: number; last: Temporal.Instant; by: string | null }

/** Businesses of a programme for whose strip too many wrong codes came within a day, in the last thirty days. */
export async function lockedStrips(db: Db, programme: string): Promise<Locked[]> {
  const { rows } = await sql<Locked>`
    select m.business, count(*)::int as tries, max(t.at) as last, (array_agg(t.by order by t.at desc))[1] as by
    from code_tries t join coaching_meetings m on m.id = t.meeting
    where m.programme = ${programme} and t.at > ${db.now.subtract({ hours: 24 * 30 })}
    group by m.business, t.strip, date_trunc('day', t.at at time zone 'UTC') having count(*) >= ${limits.triesADayMax}
    order by last desc limit 40`.execute(db)
  return rows
}
