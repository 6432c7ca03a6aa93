/** Counts one more of this key; false when so many came within the while before `now` that this one is too much, and is not counted. */
export type Tally = (key: string, now: Temporal.Instant) => boolean

/**
 * Counts how often each key came lately, in memory alone: nothing of it is ever written down, so it is for keys that nobody may keep.
 * Each process counts for itself and forgets when it ends. Beyond `keysMax` keys the ones counted first are forgotten.
 */
export function openTally({ max, minutes, keysMax }: { max: number; minutes: number; keysMax: number }): Tally {
  const times = new Map<string, number[]>()
  return (key, now) => {
    const since = now.subtract({ minutes }).epochMilliseconds
    const lately = (times.get(key) ?? []).filter((at) => at > since)
    if (lately.length >= max) return false
    times.delete(key)
    times.set(key, [...lately, now.epochMilliseconds])
    const [oldest] = times.keys()
    if (times.size > keysMax && oldest !== undefined) times.delete(oldest)
    return true
  }
}
