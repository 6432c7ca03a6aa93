import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { holdsOf } from '#partnerships/stage-reads'
import { limits } from './meeting.ts'
import { readWall, type WallTime } from './wall-time.ts'

/** The asker's own pair, in which meetings may be planned: both said yes, it has not ended, and it does not rest. */
export async function mayPlan(db: Db, partnership: string): Promise<OfTwo> {
  const two = await ofTwo(db, partnership)
  if (two.pair.endedAt !== null) refuse('meetings.over')
  if ((await holdsOf(db, partnership)).length > 0) refuse('meetings.onHold')
  return two
}

/** A local time as people say it, and in whose zone. */
export type SaidTime = { local: Temporal.PlainDateTime; zone: string }

const sayLocal = (local: Temporal.PlainDateTime) => local.toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** A time that a meeting can be at: it exists on the wall, is not past, and is within a year. */
export function plannable(now: Temporal.Instant, { local, zone }: SaidTime): WallTime {
  const read = readWall(local, zone)
  if ('gap' in read) refuse('meetings.gap', { before: sayLocal(read.gap[0]), after: sayLocal(read.gap[1]) })
  if (Temporal.Instant.compare(read.wall.at, now) < 0) refuse('meetings.past')
  if (Temporal.Instant.compare(read.wall.at, now.add({ hours: 24 * limits.aheadDaysMax })) > 0) {
    refuse('meetings.farAhead', { days: limits.aheadDaysMax })
  }
  return read.wall
}
