import type { Db } from '#ground/db'
import type { Bank } from '#hours/bank'
import { workingWeekOf } from '#people/organisation-reads'

/** The zone of the organisation whose bank it is: its quarters and months end at midnight there, whoever reads. */
export async function zoneOf(db: Db, { organisation }: Pick<Bank, 'organisation'>): Promise<string> {
  return (await workingWeekOf(db, organisation)).zone
}

/** The day that it is where the bank is. */
export async function todayOf(db: Db, bank: Pick<Bank, 'organisation'>): Promise<Temporal.PlainDate> {
  return db.now.toZonedDateTimeISO(await zoneOf(db, bank)).toPlainDate()
}
