import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { removeFeed } from './feed-writes.ts'

/** One's own calendar is read no more: its address and what was read of it are forgotten at once. */
export async function dropFeed(tx: Tx): Promise<void> {
  const removed = await removeFeed(tx, found(tx.by))
  if (removed !== undefined) await tx.note('busy-feed.removed', removed, {})
}
