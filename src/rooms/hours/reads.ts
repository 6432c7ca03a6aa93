import type { Db } from '#ground/db'
import type { Account, AccountKind } from './account.ts'
import type { Bank, Funder, Tariff } from './bank.ts'
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

export const entryColumns = [
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
