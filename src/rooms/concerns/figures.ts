import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits } from './concern.ts'

const quarterMonths = 3

/** A quarter that is over; null counts where it had concerns, but too few to be told. */
export type Quarter = { quarter: Temporal.PlainDate; raised: number | null; inTime: number | null }

/** How many concerns came in each quarter that is over, and how many were answered in time; for administrators of the organisation. */
export async function concernQuarters(db: Db, organisation: string): Promise<Quarter[]> {
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate()
  const thisQuarter = today.with({ day: 1 }).subtract({ months: (today.month - 1) % quarterMonths })
  const since = thisQuarter.subtract({ months: quarterMonths * limits.quartersShownMax })
  const instant = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC').toInstant()
  const { rows } = await sql<Quarter>`
    select * from scope.concern_quarters(${organisation}, ${instant(since)}, ${instant(thisQuarter)})`.execute(db)
  return rows
}
