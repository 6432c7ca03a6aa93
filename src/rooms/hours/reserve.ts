import type { Db, Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { cutAtBands, type Funder, type Piece } from './bank.ts'
import { type Books, balanceIn, isDone, legOn, mustBeMinutes, openBooks, openDay, today } from './books.ts'
import type { Entry } from './entry.ts'
import { accountsById, findEntry, fundersOf, tariffOn, termsOf } from './reads.ts'
import { afford, type Line, shareOut } from './share-out.ts'
import { bandsOn } from './share-reads.ts'
import { post } from './writes.ts'

export type Reserve = {
  id: string
  bank: string
  /** For whom: the minutes are theirs. */
  holder: string
  minutes: number
  /** The day on which the hours will be used: its tariff and shares hold. */
  day: Temporal.PlainDate
  cause: string
  reference?: string
  /** The day on which it is entered: today, but for what is brought in from elsewhere. */
  on?: Temporal.PlainDate
  /** What an hour costs here, where several holders share one: else the tariff of the day. */
  perHour?: bigint
  /** The most that this client has agreed to pay beyond their part, for this once, where a funder is short; minor units. */
  clientCovers?: bigint
}
export type Reservation = { id: string; minutes: number; cost: bigint; lines: readonly Line[] }

/** What a reservation was made at; kept with it, so that a later tariff or share changes nothing. */
export type Rule = { perHour: string; pieces: readonly { band: string; minutes: number; cost: string }[] }

/**
 * Reserves minutes of a holder and every funder's part of their cost, all or none. Refuses `hours.minutesShort` where the holder has
 * not so many left, and `hours.short` with whose money is short. The same id twice is one reservation.
 */
export async function reserve(tx: Tx, asked: Reserve): Promise<Reservation> {
  const books = await openBooks(tx, asked.bank, { holder: asked.holder, id: asked.id })
  if (isDone(books, asked)) return found(await reservationOf(tx, asked.id))
  mustBeMinutes(asked.minutes)
  const left = Number(balanceIn(books, 'allotted', { holder: asked.holder }))
  if (asked.minutes > left) refuse('hours.minutesShort', { left, asked: asked.minutes })

  const { pieces, lines, perHour } = await priceIn(tx, books, asked)
  const { day, reference } = openDay(books, asked.on ?? today(tx), asked.reference)
  const legs = [
    await legOn(tx, books, BigInt(-asked.minutes), 'allotted', { holder: asked.holder }),
    await legOn(tx, books, BigInt(asked.minutes), 'held', { holder: asked.holder }),
  ]
  const { funders } = books
  for (const { funder, band, amount } of lines) {
    legs.push(await legOn(tx, books, -amount, 'cash', cashOf(funders, funder, asked.holder)))
    legs.push(await legOn(tx, books, amount, 'reserved', { funder, band }))
  }
  const rule = JSON.stringify({ perHour: String(perHour), pieces: pieces.map((piece) => ({ ...piece, cost: String(piece.cost) })) })
  const { id, bank, cause, holder } = asked
  await post(tx, { id, bank, kind: 'reserve', day, cause, holder, reference, rule, asked, legs })
  return { id, minutes: asked.minutes, cost: sumOf(lines), lines: inOrder(lines, { pieces }, funders) }
}

type Priced = Pick<Reserve, 'bank' | 'holder' | 'minutes' | 'day' | 'perHour' | 'clientCovers'>

/** What minutes on a day cost, and who carries which part of it as things stand. Refuses as `reserve` does. */
export async function priceIn(db: Db, books: Books, asked: Priced): Promise<{ perHour: bigint; pieces: Piece[]; lines: Line[] }> {
  const [tariff, bands, terms] = [
    await tariffOn(db, asked.bank, asked.day),
    await bandsOn(db, asked.bank, asked.day),
    await termsOf(db, asked.bank),
  ]
  if (tariff === undefined || bands.length === 0) refuse('hours.noTariff', { day: asked.day.toString() })
  const used = Number(balanceIn(books, 'used', asked) + balanceIn(books, 'held', asked))
  const perHour = asked.perHour ?? tariff.perHour
  const pieces = cutAtBands(bands, used, asked.minutes, { perHour, quantum: books.bank.quantum })
  const sharing = { books, bands, terms, funders: books.funders, holder: asked.holder, clientCovers: asked.clientCovers ?? 0n }
  return { perHour, pieces, lines: afford(sharing, shareOut(sharing, pieces)) }
}

/** Each client pays from an account of their own. */
export function cashOf(funders: readonly Funder[], funder: string, holder: string): { funder: string; holder?: string } {
  return funders.find(({ id }) => id === funder)?.kind === 'client' ? { funder, holder } : { funder }
}

export const sumOf = (lines: readonly { amount: bigint }[]) => lines.reduce((sum, { amount }) => sum + amount, 0n)
export const ruleOf = (entry: Entry) => JSON.parse(entry.rule) as Rule

/** A reservation as it was made: its minutes, cost and lines. */
export async function reservationOf(db: Db, id: string): Promise<Reservation | undefined> {
  const entry = await findEntry(db, id)
  if (entry?.kind !== 'reserve') return undefined
  const lines = await linesIn(db, entry)
  return { id, minutes: ruleOf(entry).pieces.reduce((sum, { minutes }) => sum + minutes, 0), cost: sumOf(lines), lines }
}

/** Lines as they are told the first time and ever after: band by band, in the order of the funders; none of them of nothing. */
export function inOrder(lines: readonly Line[], { pieces }: { pieces: readonly { band: string }[] }, funders: readonly Funder[]): Line[] {
  const places = pieces.map(({ band }) => band)
  const place = ({ band }: Line) => (band === null ? places.length : places.indexOf(band))
  const position = (line: Line) => funders.find(({ id }) => id === line.funder)?.position ?? 0
  return lines.filter(({ amount }) => amount !== 0n).toSorted((a, b) => place(a) - place(b) || position(a) - position(b))
}

/** What a reservation holds of each funder, band by band. */
export async function linesIn(db: Db, entry: Entry): Promise<Line[]> {
  const accounts = await accountsById(
    db,
    entry.legs.map(({ account }) => account),
  )
  const lines = entry.legs.flatMap(({ account, amount }) => {
    const of = accounts.find(({ id }) => id === account)
    return of?.kind === 'reserved' && of.funder ? [{ funder: of.funder, band: of.band, amount }] : []
  })
  return inOrder(lines, ruleOf(entry), await fundersOf(db, entry.bank))
}
