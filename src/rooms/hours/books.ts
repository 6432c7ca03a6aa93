import type { Db, Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { type Account, type AccountKey, keyOf, minutesKinds } from './account.ts'
import type { Bank, Funder } from './bank.ts'
import { askedHash, type Leg } from './entry.ts'
import { accountOf, holdBooks } from './writes.ts'

/** A bank that is held, and what it stands at: nobody else writes to it until the transaction ends. */
export type Books = {
  bank: Bank
  funders: readonly Funder[]
  accounts: Map<string, Account>
  /** The last day that is closed; null where none is. */
  closedThrough: Temporal.PlainDate | null
  /** What the entry of the deed's id was asked for, as hex; null where there is none. */
  asked: string | null
}

type Opening = {
  /** Whose accounts are read besides those of all. */
  holder?: string | null
  /** Of the entry that the deed is going to write. */
  id?: string
}

/** Holds the bank, and reads what it stands at. 404 where the asker may not write. */
export async function openBooks(tx: Tx, bank: string, { holder = null, id }: Opening = {}): Promise<Books> {
  const { accounts, ...held } = found(await holdBooks(tx, bank, { holder, entry: id ?? null }))
  return { ...held, accounts: new Map(accounts.map((account) => [keyOf(account), account])) }
}

/** A funder of the bank; 404 where it is another's. */
export const funderIn = ({ funders }: Pick<Books, 'funders'>, funder: string): Funder => found(funders.find(({ id }) => id === funder))

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

/** Whether this very deed has written its entry before; refuses `hours.another` where its id is another deed's. */
export function isDone({ asked: before }: Books, asked: object): boolean {
  if (before === null) return false
  return before === Buffer.from(askedHash(asked)).toString('hex') || refuse('hours.another')
}

/** Whether a day is closed, where all up to another are. */
export const isClosed = (through: Temporal.PlainDate | null, day: Temporal.PlainDate) =>
  through !== null && Temporal.PlainDate.compare(day, through) <= 0

/** The day that an entry is of: its own, or the first open one, with a reference to its own where that is closed. */
export function openDay({ closedThrough }: Books, day: Temporal.PlainDate, reference = ''): { day: Temporal.PlainDate; reference: string } {
  if (closedThrough === null || !isClosed(closedThrough, day)) return { day, reference }
  return { day: closedThrough.add({ days: 1 }), reference: `${reference} (${day})`.trim() }
}

/** Refuses `hours.nothing` where minutes are not whole, or nothing, or below it. */
export function mustBeMinutes(minutes: number): void {
  if (!Number.isSafeInteger(minutes) || minutes <= 0) refuse('hours.nothing')
}

/** The day of the journal where nobody says another. */
export const today = (db: Db) => db.now.toZonedDateTimeISO('UTC').toPlainDate()
