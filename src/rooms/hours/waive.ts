import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { balanceIn, funderIn, isDone, legOn, openBooks, openDay } from './books.ts'
import { waivedFor } from './journal-reads.ts'
import { plainMoney } from './money.ts'
import { post } from './writes.ts'

export type Waive = {
  id: string
  bank: string
  /** Whose own part is waived. */
  holder: string
  /** Who pays it in their stead. */
  funder: string
  /** Minor units; below zero, what was not used goes back to that funder. */
  amount: bigint
  day: Temporal.PlainDate
  /** The paper on which it was granted. */
  reference: string
}

/**
 * Has a named funder pay a client's own part ahead, in hardship: from its free cash into the client's. What is left of it goes back the
 * same way, and never to the client. Refuses `hours.short` where there is not so much. The same id twice is one.
 */
export async function waive(tx: Tx, asked: Waive): Promise<void> {
  const { id, bank, holder, amount } = asked
  const books = await openBooks(tx, bank, { holder, id })
  mustCoordinate(tx, books.bank.programme)
  if (isDone(books, asked)) return
  const funder = funderIn(books, asked.funder)
  const client = books.funders.find(({ kind }) => kind === 'client') ?? refuse('hours.noClients')
  if (funder.kind === 'client' || ![...books.accounts.values()].some((account) => account.holder === holder)) missing()
  if (amount === 0n || amount % books.bank.quantum !== 0n) refuse('hours.nothing')
  const [theirs, own] = [{ funder: funder.id }, { funder: client.id, holder }]
  const [from, needed] = amount > 0n ? [theirs, amount] : [own, -amount]
  const given = (await waivedFor(tx, bank, holder)).get(funder.id) ?? 0n
  const free = balanceIn(books, 'cash', from)
  const left = amount > 0n || free < given ? free : given
  if (needed > left) {
    const facts = { left: plainMoney(left < 0n ? 0n : left, books.bank), asked: plainMoney(needed, books.bank) }
    refuse('hours.short', { who: amount > 0n ? funder.name : client.name, ...facts, currency: books.bank.currency })
  }

  const legs = [await legOn(tx, books, -amount, 'cash', theirs), await legOn(tx, books, amount, 'cash', own)]
  const { day, reference } = openDay(books, asked.day, asked.reference)
  await post(tx, { id, bank, kind: 'waive', day, holder, reference, asked, legs })
  await tx.note('part.waived', id, books.bank)
}
