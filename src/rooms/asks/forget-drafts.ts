import { destroyKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { draftsForgotten } from './due-reads.ts'
import { deleteDraft, holdAsk } from './writes.ts'

/** Forgets drafts that were never sent, with what was written in them and the key to it. */
export async function forgetDrafts(tx: Tx): Promise<void> {
  for (const ask of (await draftsForgotten(tx)).sort()) {
    await holdAsk(tx, ask)
    await deleteDraft(tx, ask)
    await destroyKeys(tx, { kind: 'ask', id: ask }, 'kept-long-enough')
  }
}
