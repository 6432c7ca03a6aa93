import { busyTimes } from './busy-times.ts'
import type { Span } from './spans.ts'

export const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
export const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' }).replace(':00Z', 'Z')
export const told = (spans: readonly Span[]) => spans.map(({ from, until }) => `${iso(from)} ${iso(until)}`)
export const within = (from: string, until: string): Span => ({ from: ms(from), until: ms(until) })
export const week = within('2026-11-23T00:00Z', '2026-11-30T00:00Z')
export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nobody//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
export const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
export const busy = (lines: readonly string[], zone = 'UTC', span = week) => told(busyTimes(calendar(...lines), zone, span))

/** As Google writes a calendar. */
export const google = calendar(
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  'X-WR-CALNAME:amina@example.org',
  'X-WR-TIMEZONE:Asia/Kabul',
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Kabul', 'X-LIC-LOCATION:Asia/Kabul', 'BEGIN:STANDARD', 'TZOFFSETFROM:+0430', 'TZOFFSETTO:+0430'],
  ...['TZNAME:+0430', 'DTSTART:19700101T000000', 'END:STANDARD', 'END:VTIMEZONE'],
  ...event(
    'DTSTART:20261123T090000Z',
    'DTEND:20261123T100000Z',
    'UID:a@google.com',
    'STATUS:CONFIRMED',
    'SUMMARY:With a doctor',
    'TRANSP:OPAQUE',
  ),
  ...event(
    'DTSTART;TZID=Asia/Kabul:20261116T100000',
    'DTEND;TZID=Asia/Kabul:20261116T103000',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,WE',
    'UID:b@google.com',
  ),
  ...event(
    'DTSTART;TZID=Asia/Kabul:20261125T140000',
    'DTEND;TZID=Asia/Kabul:20261125T143000',
    'UID:b@google.com',
    'RECURRENCE-ID;TZID=Asia/Kabul:20261125T100000',
  ),
  ...event('DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261127', 'UID:c@google.com', 'SUMMARY:A holiday', 'TRANSP:TRANSPARENT'),
  ...event('DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261128', 'UID:d@google.com', 'TRANSP:OPAQUE'),
  ...event('DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'UID:e@google.com', 'STATUS:CANCELLED'),
)
