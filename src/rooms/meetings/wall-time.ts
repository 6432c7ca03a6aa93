/** A time on the wall of a zone, and the instant that it means there. */
export type WallTime = { local: Temporal.PlainDateTime; zone: string; at: Temporal.Instant }

/** `gap`: the clocks skip it, with the nearest before and after. `twice`: the clocks go back over it; the first is taken. */
export type ReadWall = { wall: WallTime; twice: boolean } | { gap: readonly [Temporal.PlainDateTime, Temporal.PlainDateTime] }

/**
 * What a local time means in a zone. Where clocks go forward over it, it does not exist; where they go back, it comes twice, and the
 * first is meant. The zone must be one that is known.
 */
export function readWall(local: Temporal.PlainDateTime, zone: string): ReadWall {
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
  if (earlier === undefined || later === undefined) throw new Error('a local time is before or after')
  const wall = { local, zone, at: earlier.toInstant() }
  if (earlier.equals(later)) return { wall, twice: false }
  if (earlier.toPlainDateTime().equals(local)) return { wall, twice: true }
  // Over a gap Temporal answers what the clocks before it and after it would show.
  return { gap: [earlier.toPlainDateTime(), later.toPlainDateTime()] }
}

/** The same, where a rhythm comes upon a gap: the time after it, since a meeting must be some time that day. */
export function wallOrAfter(local: Temporal.PlainDateTime, zone: string): WallTime & { isShifted: boolean } {
  const read = readWall(local, zone)
  if ('wall' in read) return { ...read.wall, isShifted: false }
  const after = read.gap[1]
  return { local: after, zone, at: after.toZonedDateTime(zone).toInstant(), isShifted: true }
}

/** Which edition of the zone data an instant was derived by, so that a later one can be told apart. */
export const zoneData = process.versions.tz ?? 'unknown'
