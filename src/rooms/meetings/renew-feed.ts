import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { feedOf } from './feed-reads.ts'
import { insertFeed, insertFeedEnd } from './meeting-writes.ts'

/** A person's private calendar address; a new one takes the place of the old, which then answers nothing. Twice is once. */
export async function renewFeed(tx: Tx, { id }: { id: string }): Promise<void> {
  assert(tx.by, 'somebody renews it')
  const before = await feedOf(tx, tx.by)
  if (before?.id === id) return

  if (before) await insertFeedEnd(tx, before.id)
  await insertFeed(tx, { id, person: tx.by, token: tx.newSecret() })
}
