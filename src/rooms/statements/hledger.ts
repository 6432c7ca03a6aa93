import { amountText } from '#ground/amount'
import type { Account } from '#hours/account'
import type { Bank, Funder } from '#hours/bank'
import type { Entry } from '#hours/entry'

type Books = { bank: Bank; funders: readonly Funder[]; accounts: readonly Account[]; digitsOf: (currency: string) => number }

/** The journal in the plain text of hledger, which other programs read: an entry is a transaction whose code is its sequence. */
export function hledgerJournal({ bank, funders, accounts, digitsOf }: Books, entries: readonly Entry[]): string {
  const names = new Map(accounts.map((account) => [account.id, nameOf(account, funders)]))
  const units = new Map(accounts.map((account) => [account.id, account.unit]))
  const written = entries.map((entry) => {
    const head = `${entry.day} * (${entry.sequence}) ${safe([entry.kind, entry.reference].filter(Boolean).join(' '))}  ; id:${entry.id}`
    const postings = entry.legs.map(({ account, amount }) => {
      const unit = units.get(account) ?? bank.currency
      return `    ${(names.get(account) ?? account).padEnd(50)}  ${sayAmount(amount, unit, digitsOf)}`
    })
    return [head, ...postings].join('\n')
  })
  return [`; ${safe(bank.name)}`, ...written, ''].join('\n\n')
}

function sayAmount(amount: bigint, unit: string, digitsOf: Books['digitsOf']): string {
  return unit === 'minutes' ? `${amount} MIN` : `${amountText(amount, digitsOf(unit))} ${unit}`
}

/** `cash:Nordlys`, `allotted:0190a2b3`: a holder is the first letters of an id, never a name. */
function nameOf({ kind, funder, holder, band }: Account, funders: readonly Funder[]): string {
  const of = funders.find(({ id }) => id === funder)
  const parts = [kind, of ? safe(of.name) : null, holder ? `h-${holder.slice(-8)}` : null, band ? `b-${band.slice(-8)}` : null]
  return parts.filter(Boolean).join(':')
}

/** What would end a name or a line early is left out. */
const safe = (text: string) =>
  text
    .replace(/[:;|()[\]\n\r\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
