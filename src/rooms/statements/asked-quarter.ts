import { zoneOf } from '#funding/today'
import type { Db } from '#ground/db'
import type { Bank } from '#hours/bank'
import { type Quarter, quarterOf, quartersBetween } from './quarter.ts'
import { beganOn } from './statement-figures.ts'

/** The quarter that is asked for, or that of today where the bank is; and all since anything was entered. */
export async function askedQuarter(db: Db, bank: Bank, query: URLSearchParams): Promise<{ quarter: Quarter; quarters: Quarter[] }> {
  const today = db.now.toZonedDateTimeISO(await zoneOf(db, bank)).toPlainDate()
  const began = (await beganOn(db, bank.id)) ?? today
  const quarters = quartersBetween(Temporal.PlainDate.compare(began, today) < 0 ? began : today, today)
  const name = query.get('quarter')
  return { quarters, quarter: quarters.find((one) => one.name === name) ?? quarterOf(today) }
}
