import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { isClosed, isDone, openBooks, today } from './books.ts'
import { post } from './writes.ts'

export type ClosePeriod = { id: string; bank: string; through: Temporal.PlainDate }

/** Closes the days up to one that is over: what is late for them goes to the next open day. Refuses `hours.notOver`, `hours.closed`. */
export async function closePeriod(tx: Tx, asked: ClosePeriod): Promise<void> {
  const { id, bank, through } = asked
  const books = await openBooks(tx, bank, { id })
  if (isDone(books, asked)) return
  if (Temporal.PlainDate.compare(through, today(tx)) >= 0) refuse('hours.notOver')
  if (isClosed(books.closedThrough, through)) refuse('hours.closed', { day: String(books.closedThrough) })

  await post(tx, { id, bank, kind: 'close', day: through, asked, legs: [] })
  await tx.note('period.closed', id, books.bank)
}
