import type { Tx } from '#ground/db'
import { deleteTriesBefore } from './writes.ts'

const keptDays = 2

/** Ways out that nobody can come back from any more are forgotten. */
export async function sweepTries(tx: Tx): Promise<void> {
  await deleteTriesBefore(tx, tx.now.subtract({ hours: 24 * keptDays }))
}
