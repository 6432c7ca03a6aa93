import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { isDone, openBooks, openDay } from './books.ts'
import { entriesAbout } from './journal-reads.ts'
import { plainMoney } from './money.ts'
import { accountsById, findEntry } from './reads.ts'
import { post } from './writes.ts'

export type Reverse = { id: string; entry: string; day: Temporal.PlainDate; reason: string }

/**
 * Undoes an entry by its stored legs turned round: once, and linked to it. What it resolved is open again. Refuses `hours.reversed`,
 * `hours.notReversible` and, where the money has gone on since, `hours.coachPaid` or `hours.short`. The same id twice is one.
 */
export async function reverse(tx: Tx, asked: Reverse): Promise<void> {
  const entry = found(await findEntry(tx, asked.entry))
  const { bank, holder } = entry
  const books = await openBooks(tx, bank, { holder, id: asked.id })
  if (isDone(books, asked)) return
  const against = await entriesAbout(tx, entry.id)
  if (against.some(({ kind }) => kind === 'reverse')) refuse('hours.reversed')
  if (entry.kind === 'reverse' || entry.kind === 'close') refuse('hours.notReversible')
  for (const resolving of against) {
    const isUndone = (await entriesAbout(tx, resolving.id)).some(({ kind }) => kind === 'reverse')
    if (!isUndone) refuse('hours.resolved')
  }

  const legs = entry.legs.map(({ account, amount }) => ({ account, amount: -amount }))
  const accounts = await accountsById(
    tx,
    legs.map(({ account }) => account),
  )
  const after = ({ id, balance }: { id: string; balance: bigint }) => balance + (legs.find(({ account }) => account === id)?.amount ?? 0n)
  if (accounts.some((account) => account.kind === 'payable' && after(account) > 0n)) refuse('hours.coachPaid')
  const short = accounts.find((account) => account.floor !== null && after(account) < account.floor)
  if (short) {
    const who = books.funders.find(({ id }) => id === short.funder)?.name ?? short.kind
    const need = legs.find(({ account }) => account === short.id)?.amount ?? 0n
    refuse('hours.short', {
      who,
      left: plainMoney(short.balance, books.bank),
      asked: plainMoney(-need, books.bank),
      currency: books.bank.currency,
    })
  }
  const { day, reference } = openDay(books, asked.day)
  await post(tx, {
    id: asked.id,
    bank,
    kind: 'reverse',
    day,
    cause: entry.cause,
    holder,
    reference,
    reason: asked.reason,
    reverses: entry.id,
    asked,
    legs,
  })
  await tx.note('entry.reversed', asked.id, books.bank)
}
