/** What is read of a calendar, how often, and when we stop. */
export const feedRules = {
  everyMinutes: 30,
  /** Days ahead that are read. */
  aheadDays: 90,
  /** After so many failures in a row we come back a day later. */
  failuresSoonMax: 3,
  laterHours: 24,
  stopAfterDays: 10,
  /** At least so often it is read from end to end, since days come into sight that were not there. */
  wholeHours: 24,
  feedsASweepMax: 400,
  atOnceMax: 16,
  readingMs: 10_000,
} as const

/** How the last reading went: `read`, or the name of the refusal that says what is to be mended. */
export type FeedOutcome = 'read' | `feeds.${string}`

export type Feed = {
  id: string
  /** Whose calendar service it is; the address itself is a secret, and shown to nobody again. */
  host: string
  addedAt: Temporal.Instant
  readAt: Temporal.Instant | null
  outcome: FeedOutcome | null
  failingSince: Temporal.Instant | null
  stoppedAt: Temporal.Instant | null
}

/** A feed as it is read. */
export type DueFeed = {
  id: string
  person: string
  address: string
  zone: string
  etag: string | null
  modified: string | null
  failures: number
  failingSince: Temporal.Instant | null
  at: Temporal.Instant
}

/** How a feed stands after it could not be read: when it is tried again, and whether it is still tried. */
export function afterFailure({ failures, failingSince }: Pick<DueFeed, 'failures' | 'failingSince'>, now: Temporal.Instant) {
  const { failuresSoonMax, laterHours, everyMinutes, stopAfterDays } = feedRules
  const count = failures + 1
  const since = failingSince ?? now
  const isOver = Temporal.Instant.compare(since.add({ hours: stopAfterDays * 24 }), now) <= 0
  const dueAt = now.add(count < failuresSoonMax ? { minutes: everyMinutes } : { hours: laterHours })
  return { failures: count, failingSince: since, stoppedAt: isOver ? now : null, dueAt }
}
