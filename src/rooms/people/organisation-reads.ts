import type { Db } from '#ground/db'

/** An organisation's own clock, and its days of rest: ISO weekdays, 1 is Monday. */
export async function workingWeekOf(db: Db, organisation: string): Promise<{ zone: string; restDays: number[] }> {
  return db.selectFrom('organisations').select(['zone', 'restDays']).where('id', '=', organisation).executeTakeFirstOrThrow()
}
