import type { Tx } from '#ground/db'
import { awaitFunds, type BookCoaching, bookCoaching } from './book-coaching.ts'

/** Books, or waits in the queue where the person has ticked that they would. */
export async function bookOrWait(
  tx: Tx,
  { wait, ...asked }: BookCoaching & { wait: boolean },
): Promise<{ meeting: string; business: string }> {
  return wait ? awaitFunds(tx, asked) : bookCoaching(tx, asked)
}
