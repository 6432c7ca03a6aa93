import type { Db, Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { type Account, type AccountKey, keyOf, minutesKinds } from './account.ts'
import type { Bank } from './bank.ts'
import { askedHash, type Entry, type Leg } from './entry.ts'
import { askedOf } from './journal-reads.ts'
import { accountsOf, closedThrough, findBank, findEntry } from './reads.ts'
import { accountOf, holdBank } from './writes.ts'

/** A bank that is held, with its balances: nobody else writes to it until the transaction ends. */
export type Books = { bank: Bank; accounts: Map<string, Account> }

/** Holds the bank, and reads what the accounts of all and of one holder stand at. 404 where the asker may not write. */
export async function openBooks(tx: Tx, bank: string, holder: string | null = null): Promise<Books> {
  if (!(await holdBank(tx, bank, holder))) missing()
  const accounts = await accountsOf(tx, bank, { holder })
  return { bank: found(await findBank(tx, bank)), accounts: new Map(accounts.map((account) => [keyOf(account), account])) }
}

type Of = Partial<Pick<AccountKey, 'unit' | 'funder' | 'holder' | 'band'>>

export function accountKey(bank: Pick<Bank, 'currency'>, kind: AccountKey['kind'], of: Of = {}): AccountKey {
  const unit = of.unit ?? (minutesKinds.includes(kind) ? 'minutes' : bank.currency)
  return { kind, unit, funder: of.funder ?? null, holder: of.holder ?? null, band: of.band ?? null }
}

/** What an account stands at; nothing where it has not been opened. */
export function balanceIn({ bank, accounts }: Books, kind: AccountKey['kind'], of: Of = {}): bigint {
  return accounts.get(keyOf(accountKey(bank, kind, of)))?.balance ?? 0n
}

/** A leg of the account of this kind, which is opened where it is not there yet. */
export async function legOn(tx: Tx, { bank, accounts }: Books, amount: bigint, kind: AccountKey['kind'], of: Of = {}): Promise<Leg> {
  const key = accountKey(bank, kind, of)
  const at = keyOf(key)
  const known = accounts.get(at)
  if (known) return { account: known.id, amount }
  const id = await accountOf(tx, bank.id, key)
  accounts.set(at, { ...key, id, floor: null, balance: 0n })
  return { account: id, amount }
}

/** The entry that this very deed has written before; refuses `hours.another` where its id is another deed's. */
export async function sameEntry(db: Db, id: string, asked: object): Promise<Entry | undefined> {
  const entry = await findEntry(db, id)
  if (entry === undefined) return undefined
  const before = await askedOf(db, id)
  if (!before || !Buffer.from(before).equals(askedHash(asked))) refuse('hours.another')
  return entry
}

/** The day that an entry is of: its own, or the first open one, with a reference to its own where that is closed. */
export async function openDay(
  db: Db,
  bank: string,
  day: Temporal.PlainDate,
  reference = '',
): Promise<{ day: Temporal.PlainDate; reference: string }> {
  const through = await closedThrough(db, bank)
  if (through === null || Temporal.PlainDate.compare(day, through) > 0) return { day, reference }
  return { day: through.add({ days: 1 }), reference: `${reference} (${day})`.trim() }
}

/** Refuses `hours.nothing` where minutes are not whole, or nothing, or below it. */
export function mustBeMinutes(minutes: number): void {
  if (!Number.isSafeInteger(minutes) || minutes <= 0) refuse('hours.nothing')
}

/** The day of the journal where nobody says another. */
export const today = (db: Db) => db.now.toZonedDateTimeISO('UTC').toPlainDate()
