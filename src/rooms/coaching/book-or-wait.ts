import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { findBank } from '#hours/reads'
import { amountIn } from '#hours/typed'
import { livingAllotment } from './allotment-reads.ts'
import { awaitFunds, type BookCoaching, bookCoaching } from './book-coaching.ts'

export type Booking = Omit<BookCoaching, 'clientCovers'> & {
  /** Whether the person would wait for a funder's money, or pays what is missing themselves: as it was shown to them. */
  wait: boolean
  covers: boolean
  missing: string
}

/** Books; or waits in the queue, or has the client pay what a funder is short of, where the person has ticked that they would. */
export async function bookOrWait(tx: Tx, { wait, covers, missing, ...asked }: Booking): Promise<{ meeting: string; business: string }> {
  if (covers) return bookCoaching(tx, { ...asked, clientCovers: await moneyIn(tx, asked, missing) })
  return wait ? awaitFunds(tx, asked) : bookCoaching(tx, asked)
}

async function moneyIn(tx: Tx, { business, startsAt, zone }: BookCoaching, text: string): Promise<bigint> {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const { bank } = found(await livingAllotment(tx, business, day))
  return amountIn(found(await findBank(tx, bank)), text)
}
