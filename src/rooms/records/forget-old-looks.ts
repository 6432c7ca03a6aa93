import type { Tx } from '#ground/db'
import { forgetLooks } from '#ground/looks'

const keptDays = 730

/** Who looked at what is kept for two years. */
export async function forgetOldLooks(tx: Tx): Promise<void> {
  await forgetLooks(tx, tx.now.subtract({ hours: 24 * keptDays }))
}
