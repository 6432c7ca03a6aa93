import { createHash } from 'node:crypto'
import type { Account } from '#hours/account'
import type { Bank, Funder } from '#hours/bank'
import type { Entry } from '#hours/entry'

export const format = 'lampline-journal/1'
export const noHash = '0'.repeat(64)

export type Head = { sequence: bigint; hash: string }
type Written = { bank: Bank; funders: readonly Funder[]; accounts: readonly (Account & { ceiling: bigint | null })[]; head: Head }

/** The first line of a journal file: whose it is, its accounts and their bounds, and where it stands. */
export function headLine({ bank, funders, accounts, head }: Written): string {
  const { id, name, currency, minorDigits, quantum } = bank
  return plain({
    format,
    bank: { id, name, currency, minorDigits, quantum },
    funders: funders.map((funder) => ({ id: funder.id, name: funder.name, kind: funder.kind })),
    accounts,
    head,
  })
}

/** One entry, as a line. */
export function entryLine({ legs, at, bank: _bank, ...entry }: Entry): string {
  return plain({ ...entry, at: exact(at), legs: legs.map(({ account, amount }) => [account, amount]) })
}

/** The last line: a fingerprint of all lines before it, since no entry's hash holds the first. */
export function sealLine(lines: readonly string[]): string {
  const sum = createHash('sha256')
  for (const line of lines) sum.update(`${line}\n`)
  return plain({ sha256: sum.digest('hex') })
}

/** Whole numbers go as texts: JSON knows none beyond 2^53. */
const plain = (value: object) => JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part))

/** A moment as the chain has it: UTC, to the microsecond. */
export const exact = (at: Temporal.Instant) => at.toString({ fractionalSecondDigits: 6 })
