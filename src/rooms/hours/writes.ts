import { type Insertable, sql } from 'kysely'
import { only, type Tables, type Tx } from '#ground/db'
import type { Account, AccountKey } from './account.ts'
import type { Bank, Funder } from './bank.ts'
import type { EntryKind, Leg } from './entry.ts'
import { askedHash, linesOf, tidyLegs } from './entry.ts'

type Held = { bank: Bank; funders: Funder[]; accounts: Account[]; closedThrough: Temporal.PlainDate | null; asked: string | null }
/** JSON has no whole numbers of that size, and no days. */
type HeldAsText = Omit<Held, 'bank' | 'accounts' | 'closedThrough'> & {
  bank: Omit<Bank, 'quantum' | 'openedAt'> & { quantum: string; openedAt: string }
  closedThrough: string | null
  accounts: (Omit<Account, 'floor' | 'balance'> & { floor: string | null; balance: string })[]
}

/** Holds the bank until the transaction ends, so that writers come one after another; undefined where the asker may not write. */
export async function holdBooks(
  tx: Tx,
  bank: string,
  { holder, entry }: { holder: string | null; entry: string | null },
): Promise<Held | undefined> {
  const { rows } = await sql<{ books: HeldAsText | null }>`select scope.open_books(${bank}, ${holder}, ${entry}) as books`.execute(tx)
  const { books } = only(rows)
  if (books === null) return undefined
  const accounts = books.accounts.map((account) => ({
    ...account,
    floor: account.floor === null ? null : BigInt(account.floor),
    balance: BigInt(account.balance),
  }))
  const { bank: held, funders, asked, closedThrough } = books
  return {
    bank: { ...held, quantum: BigInt(held.quantum), openedAt: Temporal.Instant.from(held.openedAt) },
    ...{ funders, accounts, asked, closedThrough: closedThrough === null ? null : Temporal.PlainDate.from(closedThrough) },
  }
}

export async function insertBank(tx: Tx, bank: Omit<Insertable<Tables['banks']>, 'openedAt' | 'openedBy'>): Promise<boolean> {
  const row = { ...bank, openedAt: tx.now, openedBy: tx.by }
  const added = await tx
    .insertInto('banks')
    .values(row)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertFunders(tx: Tx, rows: readonly Insertable<Tables['funders']>[]): Promise<void> {
  await tx
    .insertInto('funders')
    .values([...rows])
    .execute()
}

export async function insertTariff(
  tx: Tx,
  tariff: { id: string; bank: string; perHour: bigint; fromDay: Temporal.PlainDate },
): Promise<boolean> {
  const row = { ...tariff, at: tx.now, by: tx.by }
  const added = await tx
    .insertInto('tariffs')
    .values(row)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

type NewShares = { id: string; bank: string; position: number; fromDay: Temporal.PlainDate }

export async function insertShareSet(tx: Tx, set: NewShares): Promise<void> {
  await tx
    .insertInto('shareSets')
    .values({ ...set, at: tx.now, by: tx.by })
    .execute()
}

export async function insertBand(
  tx: Tx,
  shareSet: string,
  band: { fromMinutes: number; shares: readonly { funder: string; basisPoints: number }[] },
): Promise<void> {
  const id = tx.newId()
  await tx.insertInto('shareBands').values({ id, shareSet, fromMinutes: band.fromMinutes }).execute()
  await tx
    .insertInto('shareLines')
    .values(band.shares.map((share) => ({ ...share, band: id })))
    .execute()
}

export async function insertTerms(
  tx: Tx,
  row: { id: string; bank: string; version: number; terms: unknown; dueMax: bigint | null },
): Promise<void> {
  await tx
    .insertInto('bankTerms')
    .values({ ...row, terms: JSON.stringify(row.terms), at: tx.now, by: tx.by })
    .execute()
}

export async function insertDrawers(tx: Tx, bank: string, holder: string, people: readonly string[], may: boolean): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((person) => ({ id: tx.newId(), bank, holder, person, may, at: tx.now, by: tx.by }))
  await tx.insertInto('drawers').values(rows).execute()
}

/** The account of this kind; opened where there is none yet. */
export async function accountOf(tx: Tx, bank: string, { kind, unit, funder, holder, band }: AccountKey): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select scope.account_of(${bank}, ${kind}, ${unit}, ${funder}, ${holder}, ${band}, ${tx.newId()}) as id`.execute(tx)
  return only(rows).id
}

export type NewEntry = {
  id: string
  bank: string
  kind: EntryKind
  day: Temporal.PlainDate
  cause?: string
  holder?: string | null
  reference?: string
  reason?: string
  rule?: string
  reverses?: string | null
  resolves?: string | null
  /** What the verb was asked for. */
  asked: object
  legs: readonly Leg[]
}

/** The one way to the ledger. The database gives the entry its place in the chain, writes its legs and keeps the balances. */
export async function post(tx: Tx, { asked, legs, ...entry }: NewEntry): Promise<void> {
  await tx
    .insertInto('entries')
    .values({
      ...entry,
      ...{ at: tx.now, by: tx.by, sequence: 0n, hash: Buffer.alloc(0) },
      ...{ asked: askedHash(asked), lines: linesOf(tidyLegs(legs)) },
    })
    .execute()
}

export async function insertAgreement(tx: Tx, shareSet: string, agreed: boolean): Promise<void> {
  const row = { shareSet, agreed, at: tx.now, by: tx.by ?? '' }
  await tx
    .insertInto('shareSetAgreements')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function insertAdjustment(
  tx: Tx,
  row: { id: string; bank: string; lines: string; reason: string; day: Temporal.PlainDate; by: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('adjustments')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertAdjustmentRefusal(tx: Tx, adjustment: string, by: string): Promise<void> {
  await tx
    .insertInto('adjustmentRefusals')
    .values({ adjustment, at: tx.now, by })
    .onConflict((on) => on.doNothing())
    .execute()
}
