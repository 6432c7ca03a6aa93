import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { costOf, type Funder } from './bank.ts'
import { type Books, balanceIn, isDone, legOn, mustBeMinutes, openBooks, openDay } from './books.ts'
import type { Entry, Leg } from './entry.ts'
import { entriesAbout } from './journal-reads.ts'
import { findEntry, termsOf } from './reads.ts'
import { cashOf, inOrder, linesIn, ruleOf, sumOf } from './reserve.ts'
import { availableOf, type Line } from './share-out.ts'
import { bandsById } from './share-reads.ts'
import { splitRunning } from './split.ts'
import { post } from './writes.ts'

export type Spend = {
  id: string
  reservation: string
  /** Minutes that are paid for; at most those reserved. */
  minutes: number
  day: Temporal.PlainDate
  /** Who is owed the fee. */
  coach: string
  reference?: string
  reason?: string
}
export type Spent = { id: string; cost: bigint; lines: readonly Line[] }

/**
 * Spends what was reserved, at its own tariff and shares, and gives back the rest in the same entry. It cannot fail for want of money.
 * Refuses `hours.resolved` where it was spent, released or expired, and `hours.moreThanReserved`. The same id twice is one.
 */
export async function spend(tx: Tx, asked: Spend): Promise<Spent> {
  const reservation = found(await findEntry(tx, asked.reservation))
  assert(reservation.kind === 'reserve' && reservation.holder, 'a reservation has a holder')
  const { bank, holder } = reservation
  const books = await openBooks(tx, bank, { holder, id: asked.id })
  if (isDone(books, asked)) return spentIn(books, found(await findEntry(tx, asked.id)))
  await mustBeOpen(tx, asked.reservation)

  mustBeMinutes(asked.minutes)
  const reserved = await linesIn(tx, reservation)
  const heldMinutes = ruleOf(reservation).pieces.reduce((sum, { minutes }) => sum + minutes, 0)
  if (asked.minutes > heldMinutes) refuse('hours.moreThanReserved', { reserved: heldMinutes, asked: asked.minutes })
  const { funders } = books
  const lines = await spentLines(tx, { books, funders, reservation, reserved }, asked.minutes)

  const cost = sumOf(lines)
  const legs = [
    ...(await givenBack(tx, books, { funders, holder, reserved, lines })),
    await legOn(tx, books, BigInt(-heldMinutes), 'held', { holder }),
    await legOn(tx, books, BigInt(heldMinutes - asked.minutes), 'allotted', { holder }),
    await legOn(tx, books, BigInt(asked.minutes), 'used', { holder }),
    await legOn(tx, books, cost, 'delivered'),
    await legOn(tx, books, -cost, 'payable', { holder: asked.coach }),
  ]
  for (const { funder, band, amount } of lines) legs.push(await legOn(tx, books, amount, 'spent', { funder, band }))
  const { day, reference } = openDay(books, asked.day, asked.reference)
  const { id, reason = '' } = asked
  const { cause, rule } = reservation
  await post(tx, { id, bank, kind: 'spend', day, cause, holder, reference, reason, rule, resolves: asked.reservation, asked, legs })
  return { id, cost, lines: inOrder(lines, ruleOf(reservation), funders) }
}

/** Refuses `hours.resolved` where something stands against a reservation that is not itself reversed. */
export async function mustBeOpen(tx: Tx, reservation: string): Promise<void> {
  for (const entry of await entriesAbout(tx, reservation)) {
    const isUndone = (await entriesAbout(tx, entry.id)).some(({ kind }) => kind === 'reverse')
    if (!isUndone) refuse('hours.resolved')
  }
}

/** Takes the whole reservation off, and gives each funder back what is not spent. */
export async function givenBack(
  tx: Tx,
  books: Books,
  { funders, holder, reserved, lines }: { funders: readonly Funder[]; holder: string; reserved: readonly Line[]; lines: readonly Line[] },
): Promise<Leg[]> {
  const legs: Leg[] = []
  for (const { funder, band, amount } of reserved) {
    legs.push(await legOn(tx, books, -amount, 'reserved', { funder, band }))
    legs.push(await legOn(tx, books, amount, 'cash', cashOf(funders, funder, holder)))
  }
  for (const { funder, amount } of lines) legs.push(await legOn(tx, books, -amount, 'cash', cashOf(funders, funder, holder)))
  return legs
}

type Spending = { books: Books; funders: readonly Funder[]; reservation: Entry; reserved: readonly Line[] }

/**
 * The lines of what is really spent, by the running split over what was spent before. A funder carries at most what was reserved of it and
 * what it has free besides: so the split keeps within one quantum wherever money allows it, and a good reservation is always enough.
 */
async function spentLines(tx: Tx, { books, funders, reservation, reserved }: Spending, minutes: number): Promise<Line[]> {
  const { quantum } = books.bank
  const rule = ruleOf(reservation)
  const terms = await termsOf(tx, reservation.bank)
  const bands = await bandsById(
    tx,
    rule.pieces.map(({ band }) => band),
  )
  const free = new Map(funders.map((funder) => [funder.id, availableOf(books, funder, reservation.holder ?? '', terms)]))
  const lines: Line[] = []
  let [done, toCover] = [0, 0n]
  for (const piece of rule.pieces) {
    const inPiece = Math.min(piece.minutes, minutes - done)
    const cost = costOf(BigInt(rule.perHour), done + inPiece, quantum) - costOf(BigInt(rule.perHour), done, quantum)
    const reservedIn = sumOf(reserved.filter(({ band }) => band === piece.band))
    const inBand = cost < reservedIn ? cost : reservedIn
    const shares = bands.find(({ id }) => id === piece.band)?.shares ?? []
    lines.push(...splitPiece(books, { band: piece.band, shares }, inBand, reserved, free))
    toCover += cost - inBand
    done += inPiece
  }
  for (const line of reserved.filter(({ band }) => band === null)) {
    const amount = toCover < line.amount ? toCover : line.amount
    if (amount > 0n) lines.push({ ...line, amount })
    toCover -= amount
  }
  return lines
}

type InBand = { band: string; shares: readonly { funder: string; basisPoints: number }[] }

function splitPiece(
  books: Books,
  { band, shares }: InBand,
  cost: bigint,
  reserved: readonly Line[],
  free: Map<string, bigint | null>,
): Line[] {
  const { quantum } = books.bank
  const reservedOf = (funder: string) => sumOf(reserved.filter((line) => line.funder === funder && line.band === band))
  const parts = shares.map(({ funder, basisPoints }) => {
    const carried = balanceIn(books, 'spent', { funder, band }) / quantum
    const room = free.get(funder)
    return room === null || room === undefined
      ? { weight: basisPoints, carried }
      : { weight: basisPoints, carried, most: (reservedOf(funder) + (room < 0n ? 0n : room)) / quantum }
  })
  const quanta = splitRunning(cost / quantum, parts)
  assert(quanta, 'a reservation is always enough')
  return shares.map(({ funder }, at) => {
    const amount = (quanta[at] ?? 0n) * quantum
    const room = free.get(funder)
    if (room !== null && room !== undefined) free.set(funder, room + reservedOf(funder) - amount)
    return { funder, band, amount }
  })
}

function spentIn(books: Books, entry: Entry): Spent {
  const accounts = new Map([...books.accounts.values()].map((account) => [account.id, account]))
  const lines = entry.legs.flatMap(({ account, amount }) => {
    const of = accounts.get(account)
    return of?.kind === 'spent' && of.funder ? [{ funder: of.funder, band: of.band, amount }] : []
  })
  return { id: entry.id, cost: sumOf(lines), lines: inOrder(lines, ruleOf(entry), books.funders) }
}
