import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { balanceIn, funderIn, isDone, legOn, openBooks, openDay } from './books.ts'
import type { Leg } from './entry.ts'
import { post } from './writes.ts'

export type Deposit = {
  id: string
  bank: string
  funder: string
  /** Whose payment it is, where the funder is the clients. */
  holder?: string
  /** In the bank's currency, minor units. */
  amount: bigint
  day: Temporal.PlainDate
  reference: string
  /** What was paid, where that was another currency; its pledge goes down by it. Minor units of that currency. */
  paid?: { currency: string; amount: bigint }
  reason?: string
}

/** Takes money in, and pays back first what was lent until it came. Only what is here can be reserved. The same id twice is one receipt. */
export async function deposit(tx: Tx, asked: Deposit): Promise<void> {
  const { id, bank, amount, holder, reason = '' } = asked
  const books = await openBooks(tx, bank, { holder, id })
  mustCoordinate(tx, books.bank.programme)
  if (isDone(books, asked)) return
  const funder = funderIn(books, asked.funder)
  if (amount <= 0n || (asked.paid && asked.paid.amount <= 0n)) refuse('hours.nothing')
  if ((funder.kind === 'client') !== (holder !== undefined)) refuse('hours.whoPaid')

  const own = holder === undefined ? { funder: funder.id } : { funder: funder.id, holder }
  const paid = asked.paid ?? { currency: books.bank.currency, amount }
  const lent = -balanceIn(books, 'bridged', { funder: funder.id })
  const back = amount < lent ? amount : lent
  const legs = [
    await legOn(tx, books, -amount, 'from', { funder: funder.id }),
    ...(back > 0n ? [await legOn(tx, books, back, 'bridged', { funder: funder.id })] : []),
    await legOn(tx, books, amount - back, 'cash', own),
  ]
  const pledged = { funder: funder.id, unit: paid.currency }
  const open = balanceIn(books, 'pledged', pledged)
  const kept: Leg[] = []
  if (open > 0n) {
    const met = paid.amount < open ? paid.amount : open
    kept.push(await legOn(tx, books, -met, 'pledged', pledged), await legOn(tx, books, met, 'pledged-from', pledged))
  }
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'deposit', day, holder: holder ?? null, reference, reason, asked, legs: [...legs, ...kept] })
  await tx.note('money.received', id, books.bank)
}

export type Pledge = {
  id: string
  bank: string
  funder: string
  currency: string
  amount: bigint
  day: Temporal.PlainDate
  reference: string
}

/** Notes what a funder means to give, in its own currency; a pledge below zero takes back what was not met. Nothing of it can be spent. */
export async function pledge(tx: Tx, asked: Pledge): Promise<void> {
  const { id, bank, amount, currency } = asked
  const books = await openBooks(tx, bank, { id })
  if (isDone(books, asked)) return
  const funder = funderIn(books, asked.funder)
  const of = { funder: funder.id, unit: currency }
  if (amount === 0n || balanceIn(books, 'pledged', of) + amount < 0n) refuse('hours.nothing')

  const legs = [await legOn(tx, books, -amount, 'pledged-from', of), await legOn(tx, books, amount, 'pledged', of)]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'pledge', day, reference, asked, legs })
  await tx.note('money.pledged', id, books.bank)
}

export type InKind = {
  id: string
  bank: string
  funder: string
  amount: bigint
  day: Temporal.PlainDate
  reference: string
  reason?: string
}

/** Notes what a funder gave otherwise than in money, in a column of its own: it pays nobody. */
export async function giveInKind(tx: Tx, asked: InKind): Promise<void> {
  const { id, bank, amount, reason = '' } = asked
  const books = await openBooks(tx, bank, { id })
  if (isDone(books, asked)) return
  const { id: funder } = funderIn(books, asked.funder)
  if (amount <= 0n) refuse('hours.nothing')

  const legs = [await legOn(tx, books, -amount, 'in-kind-from', { funder }), await legOn(tx, books, amount, 'in-kind', { funder })]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'in-kind', day, reference, reason, asked, legs })
  await tx.note('money.in-kind', id, books.bank)
}
