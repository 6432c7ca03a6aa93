import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { WorkingWeek } from './partnership.ts'

/** The organisation's own clock, and its days of rest. */
export async function workingWeekOf(db: Db, organisation: string): Promise<WorkingWeek> {
  const { rows } = await sql<WorkingWeek>`select zone, rest_days from organisations where id = ${organisation}`.execute(db)
  return found(rows[0])
}
