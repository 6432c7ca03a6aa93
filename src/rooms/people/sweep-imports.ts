import type { Tx } from '#ground/db'
import { removeOldFiles } from './import-writes.ts'

/** Sheets hold more of people than we keep: a week after its import a file goes, and an import that nobody completed goes whole. */
export async function sweepImports(tx: Tx): Promise<void> {
  await removeOldFiles(tx)
}
