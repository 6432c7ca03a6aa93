import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { openBooks } from './books.ts'
import { closedThrough } from './reads.ts'
import { insertTariff } from './writes.ts'

export type ChangeTariff = { id: string; bank: string; perHour: bigint; fromDay: Temporal.PlainDate }

/** Sets what an hour costs from a day on; what is booked keeps its price. Refuses a day of a closed period: `hours.closed`. */
export async function changeTariff(tx: Tx, asked: ChangeTariff): Promise<{ bank: string }> {
  const { bank } = await openBooks(tx, asked.bank)
  const through = await closedThrough(tx, bank.id)
  if (through && Temporal.PlainDate.compare(asked.fromDay, through) <= 0) refuse('hours.closed', { day: through.toString() })
  if (asked.perHour <= 0n) refuse('hours.nothing')
  if (await insertTariff(tx, asked)) await tx.note('tariff.changed', asked.id, bank)
  return { bank: bank.id }
}
