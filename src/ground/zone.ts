import { memo } from './memo.ts'
import type { Span } from './spans.ts'

/** From when on a zone's clocks stand so many milliseconds ahead of UTC. */
export type Offset = { since: number; ahead: number }

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const charsMax = 60

/** Whether a clock can be read by this name: IANA's own, or one that it keeps for older spellings. */
export const isZone = memo((name: string): boolean => {
  if (!/^[A-Za-z][\w+\-/]*$/.test(name) || name.length > charsMax) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
})

/** The zone to reckon in: UTC stands in for one that exists no more, and never did. */
export function zoneOr(name: string, otherwise = 'UTC'): string {
  return isZone(name) ? name : otherwise
}

/** How a zone's clocks stand from the first millisecond to the last, a new line for each change; never empty. */
export function offsetsIn(zone: string, { from, until }: Span): Offset[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const offsets: Offset[] = [{ since: Number.NEGATIVE_INFINITY, ahead: aheadOf(at) }]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= until) return offsets
    offsets.push({ since: next.epochMilliseconds, ahead: aheadOf(next) })
    at = next
  }
}

/** The days that a zone's calendar shows in a span, as days since 1970: the first and the last. */
export function daysIn(offsets: readonly Offset[], { from, until }: Span): { first: number; last: number } {
  return { first: Math.floor(wallOf(offsets, from) / dayMs), last: Math.floor(wallOf(offsets, until - 1) / dayMs) }
}

/** What the clock on the wall shows, as milliseconds of a clock that is never put forward or back. */
export function wallOf(offsets: readonly Offset[], at: number): number {
  return at + (offsets.findLast(({ since }) => since <= at) as Offset).ahead
}

/**
 * When the clock on the wall shows a time from `from` up to `to`, minutes since midnight of a day since 1970. Time that a spring
 * gap leaves out does not come; where clocks go back, it comes twice.
 */
export function wallSpans(offsets: readonly Offset[], day: number, from: number, to: number): Span[] {
  const spans: Span[] = []
  offsets.forEach(({ since, ahead }, nth) => {
    const end = offsets[nth + 1]?.since ?? Number.POSITIVE_INFINITY
    const span = {
      from: Math.max(since, day * dayMs + from * minuteMs - ahead),
      until: Math.min(end, day * dayMs + to * minuteMs - ahead),
    }
    if (span.from < span.until) spans.push(span)
  })
  return spans
}

/** Whether the clock on the wall shows this time for the second time, having been put back. */
export function isSecondTime(offsets: readonly Offset[], at: number): boolean {
  const nth = offsets.findLastIndex(({ since }) => since <= at)
  const [before, now] = [offsets[nth - 1], offsets[nth] as Offset]
  return before !== undefined && at < now.since + (before.ahead - now.ahead)
}

function aheadOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1_000_000
}
