import { freeTimesOf } from '#availability/free-times'
import type { Db } from '#ground/db'
import { limits } from './ask.ts'

/** Times that suit both within the days that are looked ahead, the soonest first; none where they have no hour in common. */
export async function timesFor(db: Db, two: readonly [string, string], minutes: number): Promise<Temporal.Instant[]> {
  const until = db.now.add({ hours: limits.daysAheadMax * 24 })
  const { times } = await freeTimesOf(db, two, { from: db.now, until, minutes, max: limits.timesShownMax })
  return times.map(({ at }) => at)
}
