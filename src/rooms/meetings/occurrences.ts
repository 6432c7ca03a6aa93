import { limits } from './meeting.ts'
import type { Rhythm } from './rhythm-reads.ts'
import { type WallTime, wallOrAfter } from './wall-time.ts'

const daysAWeek = 7

/**
 * The next times of a rhythm that are to come and were not made, `count` at most: each on its day at its time on the wall, whatever the
 * clocks do between; where a spring gap leaves the time out, the one after it.
 */
export function nextOccurrences(rhythm: Rhythm, now: Temporal.Instant, made: ReadonlySet<string>, count: number): WallTime[] {
  const step = rhythm.everyWeeks * daysAWeek
  const today = now.toZonedDateTimeISO(rhythm.zone).toPlainDate()
  const since = Math.max(0, rhythm.firstDay.until(today, { largestUnit: 'days' }).days)
  const found: WallTime[] = []
  const first = Math.floor(since / step)
  for (let nth = first; found.length < count && nth < first + limits.shownMax; nth += 1) {
    const day = rhythm.firstDay.add({ days: nth * step })
    if (made.has(day.toString())) continue
    const { local, zone, at } = wallOrAfter(day.toPlainDateTime(rhythm.wallTime), rhythm.zone)
    if (Temporal.Instant.compare(at, now) > 0) found.push({ local, zone, at })
  }
  return found
}
