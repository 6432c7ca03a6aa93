import type { Tx } from '#ground/db'
import { limits } from './note.ts'
import { deleteDraftsBefore } from './writes.ts'

/** Throws away drafts that nobody came back to, and what was looked for the day before. */
export async function sweepDrafts(tx: Tx): Promise<void> {
  const drafts = tx.now.subtract({ hours: 24 * limits.draftDays })
  const searches = tx.now.subtract({ hours: limits.searchHours })
  await deleteDraftsBefore(tx, { drafts, searches }, limits.sweptMax)
}
