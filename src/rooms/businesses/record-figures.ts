import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import type { Figures } from './business.ts'
import { findBusiness } from './reads.ts'
import { insertFigures } from './writes.ts'

export type RecordFigures = Omit<Figures, 'at'> & { business: string }

/** Keeps how a month went; of one month the latest counts. Refuses a month that is not over. The same id twice is one. */
export async function recordFigures(tx: Tx, asked: RecordFigures): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  const month = asked.month.with({ day: 1 })
  const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  if (Temporal.PlainDate.compare(month.add({ months: 1 }), today) > 0) refuse('businesses.monthNotOver')
  if ((asked.women ?? 0) > (asked.workers ?? 0)) refuse('businesses.moreWomen')

  if (await insertFigures(tx, { ...asked, month })) await tx.note('business.measured', business.id, business)
  return { business: business.id }
}
