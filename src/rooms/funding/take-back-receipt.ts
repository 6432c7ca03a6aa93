import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { reverse } from '#hours/reverse'
import { coordinatedBank } from './coordinated.ts'
import { findReceipt } from './reads.ts'

export type TakeBackReceipt = { id: string; receipt: string; reason: string }

/**
 * Takes a receipt back that was noted wrongly: the journal gets its opposite, with the reason, and the receipt stays and says so. Refuses
 * `hours.short` where its money has been reserved or spent since, and `hours.reversed` the second time.
 */
export async function takeBackReceipt(tx: Tx, { id, receipt: which, reason }: TakeBackReceipt): Promise<{ receipt: string }> {
  const receipt = found(await findReceipt(tx, which))
  await coordinatedBank(tx, receipt.bank)

  const day = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  await reverse(tx, { id, entry: receipt.id, day, reason })
  return { receipt: receipt.id }
}
