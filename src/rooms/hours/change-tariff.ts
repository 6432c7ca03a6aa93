import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { isClosed, openBooks } from './books.ts'
import { insertTariff } from './writes.ts'

export type ChangeTariff = { id: string; bank: string; perHour: bigint; fromDay: Temporal.PlainDate }

/** Sets what an hour costs from a day on; what is booked keeps its price. Refuses a day of a closed period: `hours.closed`. */
export async function changeTariff(tx: Tx, asked: ChangeTariff): Promise<{ bank: string }> {
  const { bank, closedThrough } = await openBooks(tx, asked.bank)
  if (isClosed(closedThrough, asked.fromDay)) refuse('hours.closed', { day: String(closedThrough) })
  if (asked.perHour <= 0n) refuse('hours.nothing')
  if (await insertTariff(tx, asked)) await tx.note('tariff.changed', asked.id, bank)
  return { bank: bank.id }
}
