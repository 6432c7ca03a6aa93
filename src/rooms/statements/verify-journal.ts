import { createHash } from 'node:crypto'
import { format, noHash, sealLine } from './journal-file.ts'
import { type AccountLine, type Header, type Line, readHeader, readLine, readSeal } from './journal-lines.ts'

export type Verdict = { isWhole: true; entries: number; hash: string } | { isWhole: false; at: string; says: string }

const broken = (at: string, says: string): Verdict => ({ isWhole: false, at, says })

/**
 * Proves a journal from its file alone, with no database: every entry adds up in each unit, none is missing or changed, no account was ever
 * beyond its bounds, each reservation was resolved once at most and each reversal is the entry turned round. `head` is a hash from any
 * statement: a journal that does not hold it was cut or is another's. Answers the first row that breaks a rule, and which.
 */
export function verifyJournal(text: string, head: string | null): Verdict {
  const lines = text.replace(/\n$/, '').split('\n')
  const header = readHeader(lines[0] ?? '')
  if (header === null) return broken('line 1', `it is no journal of the form ${format}`)
  const seal = readSeal(lines.at(-1) ?? '')
  const rows = lines.slice(1, seal === null ? undefined : -1)
  const books = openBooks(header)
  let before = noHash
  for (const [at, row] of rows.entries()) {
    const line = readLine(row)
    const where = `entry ${at + 1}`
    if (line === null) return broken(where, `line ${at + 2} of the file is no entry as this house writes it`)
    if (line.sequence !== String(at + 1)) return broken(where, `entry ${line.sequence} stands in its place`)
    const hash = hashOf(header.bank.id, line, before)
    if (hash !== line.hash) return broken(where, 'it, or one before it, was changed: its hash is another')
    const says = wrongWith(line, books)
    if (says) return broken(where, says)
    before = hash
    books.hashes.add(hash)
  }
  const end = atTheEnd(header, books, { before, count: rows.length, head })
  if (!end.isWhole) return end
  if (seal === null) return broken('the end', 'its last line, the fingerprint of the file, is missing')
  return JSON.stringify({ sha256: seal }) === sealLine(lines.slice(0, -1))
    ? end
    : broken('line 1', 'it was changed, or the fingerprint in the last line was: no entry was')
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
  const says = unbalanced(line, books) ?? outOfBounds(line, books) ?? wrongResolution(line, books) ?? wrongReversal(line, books)
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

/** A reservation is resolved once, and whole: no part of what it holds is left behind, and none is taken of another's. */
function wrongResolution({ id, resolves, legs }: Line, { accounts, entries, resolved, reversed }: Books): string | null {
  if (resolves === null) return null
  const reservation = entries.get(resolves)
  if (reservation?.kind !== 'reserve') return 'it resolves what is no reservation'
  const before = resolved.get(resolves)
  if (before !== undefined && !reversed.has(before)) return 'its reservation was resolved before'
  const isHeld = ([account]: Line['legs'][number]) => ['reserved', 'held'].includes(accounts.get(account)?.kind ?? '')
  if (turned(reservation.legs.filter(isHeld)) !== said(legs.filter(isHeld))) return 'it does not take off what was reserved'
  resolved.set(resolves, id)
  return null
}

function wrongReversal({ kind, reverses, legs }: Line, { entries, reversed }: Books): string | null {
  if ((kind === 'reverse') !== (reverses !== null)) return 'a reversal reverses an entry, and nothing else does'
  if (reverses === null) return null
  if (turned(entries.get(reverses)?.legs ?? []) !== said(legs)) return 'it is not the entry that it reverses, turned round'
  if (reversed.has(reverses)) return 'what it reverses was reversed before'
  reversed.add(reverses)
  return null
}

const said = (legs: Line['legs']) => legs.map(([account, amount]) => `${account} ${amount}`).join()
const turned = (legs: Line['legs']) => legs.map(([account, amount]) => `${account} ${-BigInt(amount)}`).join()

/** The hash that an entry should have, of what it says and of the hash before it. */
export function hashOf(bank: string, line: Line, before: string): string {
  const { sequence, id, kind, at, day, by, cause, holder, reference, reason, rule, reverses, resolves, legs } = line
  const lines = legs.map(([account, amount]) => `${account} ${amount}`).join('\n')
  const fields = ['lampline-entry/1', bank, sequence, id, kind, at, day, by ?? '', cause, holder ?? '', reference, reason, rule]
  return createHash('sha256')
    .update([...fields, reverses ?? '', resolves ?? '', lines, before].join('\n'))
    .digest('hex')
}
