import { amountText } from '#ground/amount'
import type { Account } from '#hours/account'
import type { Bank, Funder } from '#hours/bank'
import type { Entry } from '#hours/entry'

type Books = { bank: Bank; funders: readonly Funder[]; accounts: readonly Account[]; digitsOf: (currency: string) => number }

/** The journal in the plain text of hledger, which other programs read: an entry is a transaction whose code is its sequence. */
export function hledgerJournal({ bank, funders, accounts, digitsOf }: Books, entries: readonly Entry[]): string {
  const said = funderNames(funders)
  const names = new Map(accounts.map((account) => [account.id, nameOf(account, said)]))
  const units = new Map(accounts.map((account) => [account.id, account.unit]))
  const written = entries.map((entry) => {
    const head = `${entry.day} * (${entry.sequence}) ${safe([entry.kind, entry.reference].filter(Boolean).join(' '))}  ; id:${entry.id}`
    const postings = entry.legs.map(({ account, amount }) => {
      const unit = units.get(account) ?? bank.currency
      return `    ${(names.get(account) ?? account).padEnd(50)}  ${sayAmount(amount, unit, digitsOf)}`
    })
    return [head, ...postings].join('\n')
  })
  return [`; ${safe(bank.name)}`, declared([...units.values()], [...names.values()], digitsOf), ...written, ''].join('\n\n')
}

/** Every unit and account is named before it is used, so that a strict reader finds a mistyped one. */
function declared(units: readonly string[], names: readonly string[], digitsOf: Books['digitsOf']): string {
  const commodities = [...new Set(units)].toSorted().map((unit) => `commodity ${sample(unit, digitsOf)} ${symbol(unit)}`)
  const accounts = [...new Set(names)].toSorted().map((name) => `account ${name}`)
  return [...commodities, '', ...accounts].join('\n')
}

/** One whole of a unit; hledger wants a decimal mark in it, though the unit has no smaller parts. */
function sample(unit: string, digitsOf: Books['digitsOf']): string {
  return `1.${'0'.repeat(unit === 'minutes' ? 0 : digitsOf(unit))}`
}

const symbol = (unit: string) => (unit === 'minutes' ? 'MIN' : unit)

function sayAmount(amount: bigint, unit: string, digitsOf: Books['digitsOf']): string {
  return `${amountText(amount, unit === 'minutes' ? 0 : digitsOf(unit))} ${symbol(unit)}`
}

/** `cash:Nordlys`, `allotted:0190a2b3`: a holder is the first letters of an id, never a name. */
function nameOf({ kind, funder, holder, band }: Account, funders: ReadonlyMap<string, string>): string {
  const parts = [kind, funders.get(funder ?? '') ?? null, holder ? `h-${holder.slice(-8)}` : null, band ? `b-${band.slice(-8)}` : null]
  return parts.filter(Boolean).join(':')
}

/** A name for each funder; where two would be written alike, the later ones carry the end of their id. */
function funderNames(funders: readonly Funder[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { id, name } of funders) {
    const taken = [...names.values()].includes(safe(name))
    names.set(id, taken || safe(name) === '' ? `${safe(name)} ${id.slice(-8)}`.trim() : safe(name))
  }
  return names
}

/** What would end a name or a line early is left out. */
const safe = (text: string) =>
  text
    .replace(/[:;|()[\]\n\r\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
