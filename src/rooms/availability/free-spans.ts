import { mergeSpans, type Span, spansOfBoth, spansWithout } from '#ground/spans'
import { daysIn, type Offset, offsetsIn, wallSpans } from '#ground/zone'
import type { FreeSpan } from '#people/person'
import type { HoursException } from './week.ts'

/** What is known of somebody's time. */
export type PersonHours = {
  person: string
  /** IANA name of a zone that exists. */
  zone: string
  week: readonly FreeSpan[]
  exceptions: readonly HoursException[]
  busy: readonly Span[]
}

/** Somebody's time within a span, worked out; all spans in order and merged. */
export type PersonTime = {
  person: string
  offsets: readonly Offset[]
  /** Their hours, extra ones included, whether or not they are busy then. */
  hours: Span[]
  /** When nothing can be asked of them: busy, or away. */
  taken: Span[]
  free: Span[]
}

const minutesOfDay = 24 * 60
const epoch = Temporal.PlainDate.from('1970-01-01')
const dayNumber = (date: Temporal.PlainDate) => epoch.until(date, { largestUnit: 'days' }).days
/** The first of January 1970 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

/** Hours are time on the wall of where somebody lives: the week and extra hours, without absences, without what keeps them busy. */
export function timeOf({ person, zone, week, exceptions, busy }: PersonHours, within: Span): PersonTime {
  const offsets = offsetsIn(zone, within)
  const shown = daysIn(offsets, within)
  const clip = (spans: readonly Span[]) => spansOfBoth(mergeSpans(spans), [within])
  const weekly: Span[] = []
  for (let day = shown.first; day <= shown.last; day += 1) {
    for (const { day: weekday, from, to } of week) if (weekday === weekdayOf(day)) weekly.push(...wallSpans(offsets, day, from, to))
  }
  const spansOf = (kind: HoursException['kind']) =>
    clip(exceptions.filter((one) => one.kind === kind).flatMap((one) => exceptionSpans(one, offsets, shown)))
  const extra = spansOf('extra')
  const hours = clip([...weekly, ...extra])
  const taken = mergeSpans([...spansWithout(spansOf('away'), extra), ...clip(busy)])
  return { person, offsets, hours, taken, free: spansWithout(hours, taken) }
}

/** An absence is of whole days, extra hours are of one. */
function exceptionSpans(one: HoursException, offsets: readonly Offset[], shown: { first: number; last: number }): Span[] {
  const spans: Span[] = []
  for (let day = Math.max(dayNumber(one.from), shown.first); day <= Math.min(dayNumber(one.to), shown.last); day += 1) {
    spans.push(...wallSpans(offsets, day, one.fromMinutes ?? 0, one.toMinutes ?? minutesOfDay))
  }
  return spans
}
