import type { Db } from '#ground/db'

/** Times that suit both within the days that are looked ahead, the soonest first; none where their hours are not known. */
export async function timesFor(_db: Db, _two: readonly [string, string], _minutes: number): Promise<Temporal.Instant[]> {
  return []
}
