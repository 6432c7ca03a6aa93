import type { Tx } from '#ground/db'
import { limits } from './note.ts'
import { deleteDraftsBefore } from './writes.ts'

/** Throws away drafts that nobody came back to. */
export async function sweepDrafts(tx: Tx): Promise<void> {
  await deleteDraftsBefore(tx, tx.now.subtract({ hours: 24 * limits.draftDays }), limits.sweptMax)
}
