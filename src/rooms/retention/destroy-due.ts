import { destroyKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { textsEnding } from './reads.ts'

/** Destroys the keys of pairs that ended so long ago that their programme keeps them no more. What remains is counts. */
export async function destroyDue(tx: Tx): Promise<void> {
  for (const { partnership } of await textsEnding(tx, tx.now)) {
    await destroyKeys(tx, { kind: 'partnership', id: partnership }, 'kept-long-enough')
  }
}
