import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { makeFeedDue } from './feed-writes.ts'

/** One's own calendar, where there is one, is read at the next sweep, also where that was given up. */
export async function readFeedAgain(tx: Tx): Promise<void> {
  await makeFeedDue(tx, found(tx.by))
}
