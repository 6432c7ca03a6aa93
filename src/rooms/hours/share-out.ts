import { refuse } from '#ground/refusal'
import type { Band, Bank, Funder, Piece } from './bank.ts'
import { type Books, balanceIn } from './books.ts'
import { plainMoney } from './money.ts'
import { splitRunning } from './split.ts'
import type { Terms } from './terms.ts'

/** What one funder carries of a cost: in a band by its share, or with no band beyond it, for another who is short. */
export type Line = { funder: string; band: string | null; amount: bigint }

type Sharing = { books: Books; funders: readonly Funder[]; bands: readonly Band[]; terms: Terms; holder: string; clientCovers: bigint }

/** What a funder could pay now: cash there is; for a client also what they may still owe. Null is any amount. */
export function availableOf(books: Books, funder: Funder, holder: string, terms: Pick<Terms, 'dueMax'>): bigint | null {
  if (funder.kind !== 'client') return balanceIn(books, 'cash', { funder: funder.id })
  if (terms.dueMax === null) return null
  return balanceIn(books, 'cash', { funder: funder.id, holder }) + terms.dueMax
}

/** The lines of pieces by the running split over what is spent and reserved of each band. */
export function shareOut({ books, bands }: Pick<Sharing, 'books' | 'bands'>, pieces: readonly Piece[]): Line[] {
  const { quantum } = books.bank
  return pieces.flatMap(({ band, cost }) => {
    const shares = bands.find(({ id }) => id === band)?.shares ?? []
    const carriedBy = (funder: string) => balanceIn(books, 'spent', { funder, band }) + balanceIn(books, 'reserved', { funder, band })
    const parts = shares.map(({ funder, basisPoints }) => ({ weight: basisPoints, carried: carriedBy(funder) / quantum }))
    const quanta = splitRunning(cost / quantum, parts) ?? []
    return shares.map(({ funder }, at) => ({ funder, band, amount: (quanta[at] ?? 0n) * quantum }))
  })
}

/**
 * The lines as the funders can pay them. Where one is short, the bank's rule says whether the meeting waits (refused with whose money is
 * short: `hours.short`), or the others take on what they agreed to beyond their share; and the client what they agreed to this time.
 */
export function afford(sharing: Sharing, lines: readonly Line[]): Line[] {
  const { books, funders, terms, holder, clientCovers } = sharing
  const cost = lines.reduce((sum, { amount }) => sum + amount, 0n)
  const needs = funders.map((funder) => {
    const needed = lines.reduce((sum, line) => (line.funder === funder.id ? sum + line.amount : sum), 0n)
    const available = availableOf(books, funder, holder, terms)
    return { funder, needed, available, short: available === null || available >= needed ? 0n : needed - clear(available) }
  })
  const short = needs.filter((need) => need.short > 0n)
  const [first] = short
  if (first === undefined) return [...lines]
  const agreed = { ofOthers: terms.dryRule === 'others-cover', ofClient: terms.clientMayCover ? clientCovers : 0n }
  const { covered, missing } = coverFor(needs, { cost, bank: books.bank, agreed })
  if (missing > 0n) {
    const facts = { left: plainMoney(clear(first.available ?? 0n), books.bank), asked: plainMoney(first.needed, books.bank) }
    refuse('hours.short', { who: first.funder.name, ...facts, missing: plainMoney(missing, books.bank), currency: books.bank.currency })
  }
  return [...short.reduce((rest, { funder, short: missing }) => lessen(rest, funder.id, missing), [...lines]), ...covered]
}

type Need = { funder: Funder; needed: bigint; available: bigint | null; short: bigint }

type Covering = { cost: bigint; bank: Bank; agreed: { ofOthers: boolean; ofClient: bigint } }

/** Who takes on what is short, in the order of the funders and no more than each agreed to, the client last; and what is missing still. */
function coverFor(needs: readonly Need[], { cost, bank: { quantum }, agreed }: Covering): { covered: Line[]; missing: bigint } {
  let missing = needs.reduce((sum, { short }) => sum + short, 0n)
  const covered: Line[] = []
  const clientsLast = needs.toSorted((a, b) => Number(a.funder.kind === 'client') - Number(b.funder.kind === 'client'))
  for (const { funder, needed, available, short } of clientsLast) {
    if (short > 0n) continue
    const ofOther = agreed.ofOthers ? ((cost * BigInt(funder.coversPoints)) / (10_000n * quantum)) * quantum : 0n
    // A client agrees to the price that they were shown: to all that is missing, or to nothing.
    const ofClient = agreed.ofClient >= missing ? missing : 0n
    const most = funder.kind === 'client' ? ofClient : ofOther
    const amount = [missing, most, available === null ? missing : available - needed].reduce((a, b) => (b < a ? b : a))
    if (amount > 0n) covered.push({ funder: funder.id, band: null, amount })
    missing -= clear(amount)
  }
  return { covered, missing }
}

/** Takes an amount off a funder's lines, the last first. */
function lessen(lines: readonly Line[], funder: string, amount: bigint): Line[] {
  let left = amount
  return lines
    .toReversed()
    .map((line) => {
      if (line.funder !== funder || left === 0n) return line
      const off = line.amount < left ? line.amount : left
      left -= off
      return { ...line, amount: line.amount - off }
    })
    .toReversed()
}

const clear = (amount: bigint) => (amount < 0n ? 0n : amount)
