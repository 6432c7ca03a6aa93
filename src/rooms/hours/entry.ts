import { createHash } from 'node:crypto'

export type EntryKind =
  | 'pledge'
  | 'deposit'
  | 'in-kind'
  | 'bridge'
  | 'waive'
  | 'allot'
  | 'reserve'
  | 'spend'
  | 'release'
  | 'expire'
  | 'reverse'
  | 'adjust'
  | 'pay'
  | 'return'
  | 'close'

export type Leg = { account: string; amount: bigint }

/** One deed in the journal: what moved, why, and the hash that chains it to the one before. */
export type Entry = {
  id: string
  bank: string
  sequence: bigint
  kind: EntryKind
  at: Temporal.Instant
  day: Temporal.PlainDate
  by: string | null
  /** What it is for, as a word and an id: `coaching:0190…`. */
  cause: string
  holder: string | null
  reference: string
  reason: string
  /** The tariff and the pieces that a reservation was made at, as JSON. */
  rule: string
  reverses: string | null
  resolves: string | null
  /** Lower-case hex. */
  hash: string
  legs: readonly Leg[]
}

/** The legs of one entry: an account stands once, none moves nothing, in the order of their accounts. */
export function tidyLegs(legs: readonly Leg[]): Leg[] {
  const sums = new Map<string, bigint>()
  for (const { account, amount } of legs) sums.set(account, (sums.get(account) ?? 0n) + amount)
  return [...sums]
    .filter(([, amount]) => amount !== 0n)
    .map(([account, amount]) => ({ account, amount }))
    .sort((a, b) => (a.account < b.account ? -1 : 1))
}

export const linesOf = (legs: readonly Leg[]) => legs.map(({ account, amount }) => `${account} ${amount}`).join('\n')

export function legsFrom(lines: string): Leg[] {
  if (lines === '') return []
  return lines.split('\n').map((line) => {
    const [account = '', amount = '0'] = line.split(' ')
    return { account, amount: BigInt(amount) }
  })
}

/** A fingerprint of what a verb was asked for, whatever the order of its fields: the same id may come again with the same alone. */
export function askedHash(asked: object): Uint8Array {
  const fields = Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify(fields, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value)))
    .digest()
}
