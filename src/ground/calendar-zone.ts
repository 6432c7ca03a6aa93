import { wallTime } from './calendar-lines.ts'

/*
 * A zone is described by one yearly change to summer time and one back, since that is all that Outlook reads of a description
 * ([MS-STANOICAL] 2.2.47); Google and Apple go by its name. Where the zone's own changes are no such pair, one offset does, if all the
 * times share it. Otherwise there is no description that every program reads rightly, and the times are better said in UTC.
 */

type Change = { after: Temporal.ZonedDateTime; wall: Temporal.PlainDateTime; from: number; to: number }

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const changesAYear = 2
const yearsMax = 20

/** The lines of a VTIMEZONE by which every one of these times is right; null where none would be. */
export function zoneLines(zone: string, times: readonly Temporal.Instant[]): string[] | null {
  const zoned = times.map((at) => at.toZonedDateTimeISO(zone))
  if (zoned.length === 0 || zoned.some(comesTwice)) return null
  const observances = yearly(zone, zoned) ?? unchanging(zoned)
  return observances && ['BEGIN:VTIMEZONE', `TZID:${zone}`, `X-LIC-LOCATION:${zone}`, ...observances, 'END:VTIMEZONE']
}

/** Clocks that were put back show a time twice: a file is to mean the first (RFC 5545, 3.3.5), yet not every program takes it so. */
function comesTwice(at: Temporal.ZonedDateTime): boolean {
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    at.toPlainDateTime().toZonedDateTime(at.timeZoneId, { disambiguation }),
  )
  return first?.epochMilliseconds !== second?.epochMilliseconds
}

function yearly(zone: string, times: readonly Temporal.ZonedDateTime[]): string[] | null {
  const years = times.map(({ year }) => year)
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1]
  if (last - first > yearsMax) return null
  const changes = changesIn(zone, first, last)
  if (changes.length !== changesAYear * (last - first + 1)) return null
  const [summer, winter] = [changes.filter(({ from, to }) => to > from), changes.filter(({ from, to }) => to < from)]
  const [one, other] = [observance('DAYLIGHT', summer), observance('STANDARD', winter)]
  return one && other && summer.length === winter.length ? [...other, ...one] : null
}

function changesIn(zone: string, first: number, last: number): Change[] {
  const changes: Change[] = []
  let at = Temporal.PlainDate.from({ year: first, month: 1, day: 1 }).toZonedDateTime(zone)
  while (changes.length <= changesAYear * (yearsMax + 1)) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.year > last) return changes
    const from = next.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const wall = next.toInstant().add({ nanoseconds: from }).toZonedDateTimeISO('UTC').toPlainDateTime()
    changes.push({ after: next, wall, from, to: next.offsetNanoseconds })
    at = next
  }
  return changes
}

/** One change that comes every year by one rule: "the last Sunday of October, at three". Null where these are none such. */
function observance(name: 'STANDARD' | 'DAYLIGHT', changes: readonly Change[]): string[] | null {
  const [first] = changes
  if (first === undefined) return null
  const { wall, from, to } = first
  const nth = [-1, weekOf(wall)].find((week) =>
    changes.every((one) => isSame(one, first) && (week === -1 ? isLast : isNth(week))(one.wall)),
  )
  if (nth === undefined) return null
  const rule = `RRULE:FREQ=YEARLY;BYMONTH=${wall.month};BYDAY=${nth}${days[wall.dayOfWeek - 1]}`
  return observanceLines(name, wallTime(wall), from, to, rule)
}

function isSame({ wall, from, to }: Change, other: Change): boolean {
  const isSameDay = wall.month === other.wall.month && wall.dayOfWeek === other.wall.dayOfWeek
  return isSameDay && wall.toPlainTime().equals(other.wall.toPlainTime()) && from === other.from && to === other.to
}

const weekOf = ({ day, daysInWeek }: Temporal.PlainDateTime) => Math.ceil(day / daysInWeek)
const isLast = ({ day, daysInWeek, daysInMonth }: Temporal.PlainDateTime) => day + daysInWeek > daysInMonth
const isNth = (week: number) => (wall: Temporal.PlainDateTime) => weekOf(wall) === week

function unchanging(times: readonly Temporal.ZonedDateTime[]): string[] | null {
  const [offset = 0, ...others] = new Set(times.map(({ offsetNanoseconds }) => offsetNanoseconds))
  return others.length > 0 ? null : observanceLines('STANDARD', '19700101T000000', offset, offset)
}

function observanceLines(name: string, since: string, from: number, to: number, ...rule: string[]): string[] {
  const offsets = [`TZOFFSETFROM:${sayOffset(from)}`, `TZOFFSETTO:${sayOffset(to)}`, `TZNAME:${sayOffset(to)}`]
  return [`BEGIN:${name}`, `DTSTART:${since}`, ...rule, ...offsets, `END:${name}`]
}

/** "+0430"; the few seconds that zones of long ago have are said too. */
function sayOffset(nanoseconds: number): string {
  const two = (part: number) => String(Math.trunc(part)).padStart(2, '0')
  const seconds = Math.abs(nanoseconds) / 1_000_000_000
  const rest = seconds % 60 === 0 ? '' : two(seconds % 60)
  return `${nanoseconds < 0 ? '-' : '+'}${two(seconds / 3_600)}${two((seconds / 60) % 60)}${rest}`
}
