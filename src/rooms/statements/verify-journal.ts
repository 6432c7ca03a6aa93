import { createHash } from 'node:crypto'
import { format, noHash } from './journal-file.ts'

type Line = {
  id: string
  sequence: string
  kind: string
  at: string
  day: string
  by: string | null
  cause: string
  holder: string | null
  reference: string
  reason: string
  rule: string
  reverses: string | null
  resolves: string | null
  legs: [account: string, amount: string][]
  hash: string
}
type AccountLine = { id: string; kind: string; unit: string; floor: string | null; ceiling: string | null; balance: string }
type Header = { format: string; bank: { id: string; name: string }; accounts: AccountLine[]; head: { sequence: string; hash: string } }

export type Verdict = { isWhole: true; entries: number; hash: string } | { isWhole: false; at: string; says: string }

const broken = (at: string, says: string): Verdict => ({ isWhole: false, at, says })

/**
 * Proves a journal from its file alone, with no database: every entry adds up in each unit, none is missing or changed, no account was ever
 * beyond its bounds, each reservation was resolved once at most and each reversal is the entry turned round. `head` is a hash from any
 * statement: a journal that does not hold it was cut or is another's. Answers the first row that breaks a rule, and which.
 */
export function verifyJournal(text: string, head: string | null): Verdict {
  const [first = '', ...rows] = text.split('\n').filter((line) => line !== '')
  const header = read<Header>(first)
  if (header?.format !== format) return broken('line 1', `it is no journal of the form ${format}`)
  const seen = openBooks(header)
  let before = noHash
  for (const [at, row] of rows.entries()) {
    const line = read<Line>(row)
    const where = `entry ${line?.sequence ?? at + 1}`
    if (line === null || !Array.isArray(line.legs)) return broken(`line ${at + 2}`, 'it cannot be read')
    if (line.sequence !== String(at + 1)) return broken(where, `entry ${at + 1} should stand here`)
    const hash = hashOf(header.bank.id, line, before)
    if (hash !== line.hash) return broken(where, 'it, or one before it, was changed: its hash is another')
    const says = wrongWith(line, seen)
    if (says) return broken(where, says)
    before = hash
    seen.hashes.add(hash)
  }
  return atTheEnd(header, seen, { before, count: rows.length, head })
}

type Books = {
  accounts: Map<string, AccountLine>
  balances: Map<string, bigint>
  entries: Map<string, Line>
  resolved: Map<string, string>
  reversed: Set<string>
  hashes: Set<string>
}

function openBooks({ accounts }: Header): Books {
  const known = new Map(accounts.map((account) => [account.id, account]))
  return { accounts: known, balances: new Map(), entries: new Map(), resolved: new Map(), reversed: new Set(), hashes: new Set() }
}

function atTheEnd(
  header: Header,
  { accounts, balances, hashes }: Books,
  end: { before: string; count: number; head: string | null },
): Verdict {
  for (const { id, kind, balance } of accounts.values()) {
    if ((balances.get(id) ?? 0n) !== BigInt(balance)) return broken(`account ${kind} ${id}`, 'its balance is not the sum of its legs')
  }
  if (header.head.sequence !== String(end.count) || header.head.hash !== end.before) {
    return broken('the end', `the file says that it holds ${header.head.sequence} entries; its tail was cut`)
  }
  if (end.head !== null && ![...hashes].some((hash) => hash.startsWith(end.head ?? ''))) {
    return broken('the end', `no entry has the hash ${end.head}: the journal was cut before it, or is another`)
  }
  return { isWhole: true, entries: end.count, hash: end.before }
}

/** What is wrong with an entry, seen from those before it; keeps it where nothing is. */
function wrongWith(line: Line, books: Books): string | null {
  const says = unbalanced(line, books) ?? outOfBounds(line, books) ?? wrongReference(line, books)
  if (says) return says
  books.entries.set(line.id, line)
  return null
}

function unbalanced({ legs, kind }: Line, { accounts }: Books): string | null {
  const sums = new Map<string, bigint>()
  for (const [account, amount] of legs) {
    const unit = accounts.get(account)?.unit
    if (unit === undefined) return 'it moves an account that the file does not name'
    sums.set(unit, (sums.get(unit) ?? 0n) + BigInt(amount))
  }
  const off = [...sums].find(([, sum]) => sum !== 0n)
  if (off) return `its legs add up to ${off[1]} ${off[0]}, not to nothing`
  return kind !== 'close' && legs.length < 2 ? 'it moves nothing' : null
}

function outOfBounds({ legs }: Line, { accounts, balances }: Books): string | null {
  for (const [id, amount] of legs) {
    const balance = (balances.get(id) ?? 0n) + BigInt(amount)
    const account = accounts.get(id)
    if (account?.floor !== null && balance < BigInt(account?.floor ?? 0)) return `${account?.kind} falls to ${balance}`
    if (account?.ceiling !== null && balance > BigInt(account?.ceiling ?? 0)) return `${account?.kind} rises to ${balance}`
    balances.set(id, balance)
  }
  return null
}

function wrongReference({ id, kind, resolves, reverses, legs }: Line, { entries, resolved, reversed }: Books): string | null {
  if (resolves !== null) {
    if (entries.get(resolves)?.kind !== 'reserve') return 'it resolves what is no reservation'
    const before = resolved.get(resolves)
    if (before !== undefined && !reversed.has(before)) return 'its reservation was resolved before'
    resolved.set(resolves, id)
  }
  if (reverses !== null) {
    const other = entries.get(reverses)
    const opposite = other?.legs.map(([account, amount]) => `${account} ${-BigInt(amount)}`).join()
    if (opposite !== legs.map(([account, amount]) => `${account} ${amount}`).join())
      return 'it is not the entry that it reverses, turned round'
    if (reversed.has(reverses)) return 'what it reverses was reversed before'
    reversed.add(reverses)
  }
  return (kind === 'reverse') === (reverses !== null) ? null : 'a reversal reverses an entry, and nothing else does'
}

function hashOf(bank: string, line: Line, before: string): string {
  const { sequence, id, kind, at, day, by, cause, holder, reference, reason, rule, reverses, resolves, legs } = line
  const lines = legs.map(([account, amount]) => `${account} ${amount}`).join('\n')
  const fields = ['lampline-entry/1', bank, sequence, id, kind, at, day, by ?? '', cause, holder ?? '', reference, reason, rule]
  return createHash('sha256')
    .update([...fields, reverses ?? '', resolves ?? '', lines, before].join('\n'))
    .digest('hex')
}

function read<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
