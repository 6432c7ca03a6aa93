import type { Tx } from '#ground/db'
import { feedAddress } from '#ground/fetch-feed'
import { found } from '#ground/refusal'
import { isFeedKnown } from './feed-reads.ts'
import { insertFeed, removeFeed } from './feed-writes.ts'

export type AddFeed = { id: string; address: string }

/** The secret address of one's own calendar, in the place of another one that was there. Refuses `feeds.address`. */
export async function addFeed(tx: Tx, { id, address }: AddFeed): Promise<void> {
  const person = found(tx.by)
  const { href } = feedAddress(address)
  if (await isFeedKnown(tx, id)) return
  await removeFeed(tx, person)

  const isNew = await insertFeed(tx, id, person, href)
  if (isNew) await tx.note('busy-feed.added', id, {})
}
