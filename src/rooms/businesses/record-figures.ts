import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import type { Figures } from './business.ts'
import { currencyOf, findBusiness } from './reads.ts'
import { insertFigures } from './writes.ts'

type Optional = 'currency' | 'obstacle'
/** The currency may be left out where the programme has a bank, whose it is. */
export type RecordFigures = Omit<Figures, 'at' | Optional> & Partial<Pick<Figures, Optional>> & { business: string }

/**
 * Keeps how a month went; of one month the latest counts. Refuses a month that is not over, and money of another currency than the
 * bank's. The same id twice is one.
 */
export async function recordFigures(tx: Tx, asked: RecordFigures): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  const month = asked.month.with({ day: 1 })
  const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  if (Temporal.PlainDate.compare(month.add({ months: 1 }), today) > 0) refuse('businesses.monthNotOver')
  if ((asked.women ?? 0) > (asked.workers ?? 0)) refuse('businesses.moreWomen')

  const currency = await currencyFor(tx, asked)
  if (await insertFigures(tx, { ...asked, month, currency, obstacle: asked.obstacle ?? null }))
    await tx.note('business.measured', business.id, business)
  return { business: business.id }
}

async function currencyFor(tx: Tx, { business, currency, sales, costs, profit }: RecordFigures): Promise<string | null> {
  if (sales === null && costs === null && profit === null) return null
  const ofBank = await currencyOf(tx, business)
  if (ofBank !== null && currency && currency !== ofBank) refuse('businesses.otherCurrency', { currency: ofBank })
  return ofBank ?? currency ?? refuse('businesses.currency')
}
