import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Band } from './bank.ts'

const sharesSql = sql`(select jsonb_agg(jsonb_build_object('funder', l.funder, 'basisPoints', l.basis_points) order by f.position)
  from share_lines l join funders f on f.id = l.funder where l.band = b.id)`

/** The bands of the shares that hold on a day, the lowest first: of the agreed sets the latest that has begun. */
export async function bandsOn(db: Db, bank: string, day: Temporal.PlainDate): Promise<Band[]> {
  const { rows } = await sql<Band>`
    select b.id, b.from_minutes, ${sharesSql} as shares
    from share_bands b where b.share_set = (
      select s.id from share_sets s where s.bank = ${bank} and s.from_day <= ${day.toString()}
        and (s.position = 1 or exists (select 1 from share_set_agreements a where a.share_set = s.id and a.agreed))
      order by s.from_day desc, s.position desc limit 1)
    order by b.from_minutes`.execute(db)
  return rows
}

export async function bandsById(db: Db, ids: readonly string[]): Promise<Band[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Band>`
    select b.id, b.from_minutes, ${sharesSql} as shares
    from share_bands b where b.id = any(${[...ids]}::uuid[]) order by b.from_minutes`.execute(db)
  return rows
}

export async function termsVersion(db: Db, bank: string): Promise<{ id: string; version: number }> {
  return db
    .selectFrom('bankTerms')
    .select(['id', 'version'])
    .where('bank', '=', bank)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

export type ShareSet = {
  id: string
  bank: string
  position: number
  fromDay: Temporal.PlainDate
  at: Temporal.Instant
  by: string | null
  /** Null while nobody else has decided; the first set needs nobody. */
  agreed: boolean | null
  bands: readonly Band[]
}

/** The sets of shares that a bank has had proposed, in order. */
export async function shareSetsOf(db: Db, bank: string): Promise<ShareSet[]> {
  const sets = await db
    .selectFrom('shareSets as s')
    .leftJoin('shareSetAgreements as a', 'a.shareSet', 's.id')
    .select(['s.id', 's.bank', 's.position', 's.fromDay', 's.at', 's.by', 'a.agreed'])
    .where('s.bank', '=', bank)
    .orderBy('s.position')
    .limit(100)
    .execute()
  const { rows } = await sql<Band & { shareSet: string }>`
    select b.id, b.share_set, b.from_minutes, ${sharesSql} as shares
    from share_bands b where b.share_set = any(${sets.map(({ id }) => id)}::uuid[]) order by b.from_minutes`.execute(db)
  return sets.map((set) => ({ ...set, bands: rows.filter(({ shareSet }) => shareSet === set.id) }))
}

export async function shareSetById(db: Db, id: string): Promise<ShareSet | undefined> {
  const row = await db.selectFrom('shareSets').select('bank').where('id', '=', id).executeTakeFirst()
  return row && (await shareSetsOf(db, row.bank)).find((set) => set.id === id)
}

export type Adjustment = {
  id: string
  bank: string
  lines: string
  reason: string
  day: Temporal.PlainDate
  at: Temporal.Instant
  by: string
  /** Null while nobody else has decided. */
  decision: boolean | null
}

const adjustmentsSql = sql`
  select a.id, a.bank, a.lines, a.reason, a.day, a.at, a.by,
    case when exists (select 1 from entries e where e.bank = a.bank and e.cause = 'adjustment:' || a.id) then true
      when exists (select 1 from adjustment_refusals r where r.adjustment = a.id) then false end as decision
  from adjustments a`

export async function adjustmentById(db: Db, id: string): Promise<Adjustment | undefined> {
  return (await sql<Adjustment>`${adjustmentsSql} where a.id = ${id}`.execute(db)).rows[0]
}

/** The corrections proposed in a bank, the latest first. */
export async function adjustmentsOf(db: Db, bank: string, rowsMax: number): Promise<Adjustment[]> {
  return (await sql<Adjustment>`${adjustmentsSql} where a.bank = ${bank} order by a.at desc, a.id desc limit ${rowsMax}`.execute(db)).rows
}
