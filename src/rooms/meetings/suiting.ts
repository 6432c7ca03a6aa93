import { freeTimesOf } from '#availability/free-times'
import type { Db } from '#ground/db'

const daysAhead = 28
const timesMax = 8

export type Suiting = { times: readonly Temporal.Instant[]; nearest: readonly { at: Temporal.Instant; suits: readonly string[] }[] }

/** The next times that suit both, within four weeks, two hours from now on; where there is none, the nearest compromises. */
export async function suitingTimes(db: Db, people: readonly string[], minutes: number): Promise<Suiting> {
  const from = db.now.add({ hours: 2 })
  const until = db.now.add({ hours: 24 * daysAhead })
  const { times, nearest } = await freeTimesOf(db, people, { from, until, minutes, max: timesMax })
  return { times: times.map(({ at }) => at), nearest }
}
