import type { Db, Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { balanceIn, funderIn, isDone, legOn, openBooks, openDay } from './books.ts'
import { waivedFor } from './journal-reads.ts'
import { plainMoney } from './money.ts'
import { post } from './writes.ts'

export type PayCoach = {
  id: string
  bank: string
  coach: string
  amount: bigint
  day: Temporal.PlainDate
  reference: string
  cause?: string
}

/** Pays a coach what is owed to them; refuses `hours.notOwed` where it is more. The same id twice is one payment. */
export async function payCoach(tx: Tx, asked: PayCoach): Promise<void> {
  const { id, bank, coach, amount, cause = '' } = asked
  const books = await openBooks(tx, bank, { holder: coach, id })
  if (isDone(books, asked)) return
  const owed = -balanceIn(books, 'payable', { holder: coach })
  if (amount <= 0n) refuse('hours.nothing')
  if (amount > owed) refuse('hours.notOwed', { owed: plainMoney(owed, books.bank), currency: books.bank.currency })

  const legs = [await legOn(tx, books, amount, 'payable', { holder: coach }), await legOn(tx, books, -amount, 'paid', { holder: coach })]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'pay', day, cause, holder: coach, reference, asked, legs })
  await tx.note('coach.paid', id, books.bank)
}

export type ReturnMoney = {
  id: string
  bank: string
  funder: string
  holder?: string
  amount: bigint
  day: Temporal.PlainDate
  reference: string
}

/** Gives unspent money back to who paid it, and to nobody what another paid; refuses `hours.short` where there is not so much free. */
export async function returnMoney(tx: Tx, asked: ReturnMoney): Promise<void> {
  const { id, bank, amount, holder } = asked
  const books = await openBooks(tx, bank, { holder: holder ?? null, id })
  if (isDone(books, asked)) return
  const funder = funderIn(books, asked.funder)
  const own = holder === undefined ? { funder: funder.id } : { funder: funder.id, holder }
  const left = balanceIn(books, 'cash', own) - (holder === undefined ? 0n : await paidInStead(tx, bank, holder))
  if (amount <= 0n) refuse('hours.nothing')
  if (amount > left) {
    const facts = { left: plainMoney(left < 0n ? 0n : left, books.bank), asked: plainMoney(amount, books.bank) }
    refuse('hours.short', { who: funder.name, ...facts, currency: books.bank.currency })
  }

  const legs = [await legOn(tx, books, -amount, 'cash', own), await legOn(tx, books, amount, 'from', { funder: funder.id })]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'return', day, holder: holder ?? null, reference, asked, legs })
  await tx.note('money.returned', id, books.bank)
}

/** What others have paid in a client's stead and have not had back. */
export async function paidInStead(db: Db, bank: string, holder: string): Promise<bigint> {
  return [...(await waivedFor(db, bank, holder)).values()].reduce((sum, amount) => sum + amount, 0n)
}
