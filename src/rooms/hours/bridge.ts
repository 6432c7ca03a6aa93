import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { funderIn, isDone, legOn, openBooks, openDay } from './books.ts'
import { post } from './writes.ts'

export type Bridge = {
  id: string
  bank: string
  funder: string
  /** In the bank's currency, minor units. */
  amount: bigint
  day: Temporal.PlainDate
  reference: string
}

/**
 * Lends a funder's part until its money comes: from now on it is reserved and spent like cash, and the next receipts of that funder pay it
 * back first. Against what it is lent, and how much of that, is the lender's rule. The same id twice is one bridge.
 */
export async function bridge(tx: Tx, asked: Bridge): Promise<void> {
  const { id, bank, amount } = asked
  const books = await openBooks(tx, bank, { id })
  if (isDone(books, asked)) return
  const { id: funder } = funderIn(books, asked.funder)
  if (amount <= 0n) refuse('hours.nothing')

  const legs = [await legOn(tx, books, -amount, 'bridged', { funder }), await legOn(tx, books, amount, 'cash', { funder })]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'bridge', day, reference, asked, legs })
  await tx.note('money.bridged', id, books.bank)
}
