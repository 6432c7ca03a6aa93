import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Account, AccountKind } from './account.ts'
import type { Band, Bank, Funder, Tariff } from './bank.ts'
import { type Entry, type EntryKind, legsFrom } from './entry.ts'
import { type Terms, termsFrom } from './terms.ts'

const bankColumns = [
  ...(['id', 'organisation', 'programme', 'name', 'currency', 'minorDigits', 'quantum', 'stepMinutes', 'minutesMin', 'openedAt'] as const),
]

export async function findBank(db: Db, id: string): Promise<Bank | undefined> {
  return db.selectFrom('banks').select(bankColumns).where('id', '=', id).executeTakeFirst()
}

/** The bank of a programme. */
export async function bankOf(db: Db, programme: string): Promise<Bank | undefined> {
  return db.selectFrom('banks').select(bankColumns).where('programme', '=', programme).executeTakeFirst()
}

export async function banksSeen(db: Db, rowsMax: number): Promise<Bank[]> {
  return db.selectFrom('banks').select(bankColumns).orderBy('openedAt', 'desc').limit(rowsMax).execute()
}

export async function fundersOf(db: Db, bank: string): Promise<Funder[]> {
  const rows = await db
    .selectFrom('funders')
    .select(['id', 'bank', 'name', 'kind', 'position', 'reportCurrency', 'coversPoints'])
    .where('bank', '=', bank)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Funder['kind'] }))
}

/** What an hour costs on a day; undefined before the first tariff. */
export async function tariffOn(db: Db, bank: string, day: Temporal.PlainDate): Promise<Tariff | undefined> {
  return db
    .selectFrom('tariffs')
    .select(['id', 'perHour', 'fromDay'])
    .where('bank', '=', bank)
    .where('fromDay', '<=', day)
    .orderBy('fromDay', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function tariffsOf(db: Db, bank: string): Promise<Tariff[]> {
  return db
    .selectFrom('tariffs')
    .select(['id', 'perHour', 'fromDay'])
    .where('bank', '=', bank)
    .orderBy('fromDay')
    .orderBy('at')
    .limit(100)
    .execute()
}

/** The bands of the shares that hold on a day, the lowest first: of the agreed sets the latest that has begun. */
export async function bandsOn(db: Db, bank: string, day: Temporal.PlainDate): Promise<Band[]> {
  const { rows } = await sql<{ id: string; fromMinutes: number; shares: { funder: string; basisPoints: number }[] }>`
    select b.id, b.from_minutes, (select jsonb_agg(jsonb_build_object('funder', l.funder, 'basisPoints', l.basis_points) order by f.position)
      from share_lines l join funders f on f.id = l.funder where l.band = b.id) as shares
    from share_bands b where b.share_set = (
      select s.id from share_sets s where s.bank = ${bank} and s.from_day <= ${day.toString()}
        and (s.position = 1 or exists (select 1 from share_set_agreements a where a.share_set = s.id and a.agreed))
      order by s.from_day desc, s.position desc limit 1)
    order by b.from_minutes`.execute(db)
  return rows
}

export async function bandsById(db: Db, ids: readonly string[]): Promise<Band[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Band & { shares: { funder: string; basisPoints: number }[] }>`
    select b.id, b.from_minutes, (select jsonb_agg(jsonb_build_object('funder', l.funder, 'basisPoints', l.basis_points) order by f.position)
      from share_lines l join funders f on f.id = l.funder where l.band = b.id) as shares
    from share_bands b where b.id = any(${[...ids]}::uuid[]) order by b.from_minutes`.execute(db)
  return rows
}

/** The rules in force beside the money. */
export async function termsOf(db: Db, bank: string): Promise<Terms> {
  const row = await db
    .selectFrom('bankTerms')
    .select('terms')
    .where('bank', '=', bank)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return termsFrom(row.terms)
}

/** The accounts of a bank that nobody holds and, where one is named, those of a holder; all that the asker may see where `every`. */
export async function accountsOf(db: Db, bank: string, of: { holder?: string | null; every?: boolean } = {}): Promise<Account[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'kind', 'unit', 'funder', 'holder', 'band', 'floor', 'balance'])
    .where('bank', '=', bank)
    .$if(!of.every, (query) => query.where((is) => is.or([is('holder', 'is', null), is('holder', '=', of.holder ?? null)])))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AccountKind }))
}

export type Minutes = { allotted: number; held: number; used: number; lost: number }

/** A holder's minutes: still free, held for meetings to come, used, and lost. */
export async function minutesOf(db: Db, bank: string, holder: string): Promise<Minutes> {
  const rows = await db
    .selectFrom('accounts')
    .select(['kind', 'balance'])
    .where('bank', '=', bank)
    .where('holder', '=', holder)
    .where('unit', '=', 'minutes')
    .execute()
  const of = (kind: AccountKind) => Number(rows.find((row) => row.kind === kind)?.balance ?? 0n)
  return { allotted: of('allotted'), held: of('held'), used: of('used'), lost: of('lost') }
}

const entryColumns = [
  ...(['id', 'bank', 'sequence', 'kind', 'at', 'day', 'by', 'cause', 'holder', 'reference', 'reason', 'rule'] as const),
  ...(['reverses', 'resolves', 'lines', 'hash'] as const),
]
type EntryRow = Omit<Entry, 'kind' | 'hash' | 'legs'> & { kind: string; hash: Uint8Array; lines: string }

export function entryFrom({ lines, hash, kind, ...row }: EntryRow): Entry {
  return { ...row, kind: kind as EntryKind, hash: Buffer.from(hash).toString('hex'), legs: legsFrom(lines) }
}

export async function findEntry(db: Db, id: string): Promise<Entry | undefined> {
  const row = await db.selectFrom('entries').select(entryColumns).where('id', '=', id).executeTakeFirst()
  return row && entryFrom(row)
}

/** The entries of a bank in order, from after a sequence on. */
export async function entriesOf(db: Db, bank: string, { after = 0n, limit }: { after?: bigint; limit: number }): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select(entryColumns)
    .where('bank', '=', bank)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(entryFrom)
}

const touches = (funder: string) =>
  sql<boolean>`exists (select 1 from legs l join accounts a on a.id = l.account where l.entry = entries.id and a.funder = ${funder})`

export async function entriesCount(db: Db, bank: string, funder: string | null): Promise<number> {
  const { count } = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('bank', '=', bank)
    .$if(funder !== null, (query) => query.where(touches(funder ?? '')))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The latest entries of a bank, a page at a time; of one funder's money where it is named. */
export async function latestEntries(
  db: Db,
  bank: string,
  asked: { page: number; limit: number; funder?: string | null },
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select(entryColumns)
    .where('bank', '=', bank)
    .$if(Boolean(asked.funder), (query) => query.where(touches(asked.funder ?? '')))
    .orderBy('sequence', 'desc')
    .limit(asked.limit)
    .offset((asked.page - 1) * asked.limit)
    .execute()
  return rows.map(entryFrom)
}

/** What stands against an entry: what resolved it, and what reversed it. */
export async function entriesAbout(db: Db, entry: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select(entryColumns)
    .where((is) => is.or([is('resolves', '=', entry), is('reverses', '=', entry)]))
    .orderBy('sequence')
    .execute()
  return rows.map(entryFrom)
}

export async function accountsById(db: Db, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'kind', 'unit', 'funder', 'holder', 'band', 'floor', 'balance'])
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AccountKind }))
}

/** The last day that is closed; null where none is. */
export async function closedThrough(db: Db, bank: string): Promise<Temporal.PlainDate | null> {
  const row = await db
    .selectFrom('closings')
    .select('through')
    .where('bank', '=', bank)
    .orderBy('through', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.through ?? null
}

export async function headOf(db: Db, bank: string): Promise<{ sequence: bigint; hash: string } | undefined> {
  const row = await db.selectFrom('bankHeads').select(['sequence', 'hash']).where('bank', '=', bank).executeTakeFirst()
  return row && { sequence: row.sequence, hash: Buffer.from(row.hash).toString('hex') }
}

/** The fingerprint of what an entry's verb was asked for. */
export async function askedOf(db: Db, entry: string): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('entries').select('asked').where('id', '=', entry).executeTakeFirst())?.asked
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
    select b.id, b.share_set, b.from_minutes, (select jsonb_agg(jsonb_build_object('funder', l.funder, 'basisPoints', l.basis_points)
      order by f.position) from share_lines l join funders f on f.id = l.funder where l.band = b.id) as shares
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
