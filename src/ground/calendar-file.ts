import { fileOf, mailto, quoted, textLine, utcTime, wallTime } from './calendar-lines.ts'
import { zoneLines } from './calendar-zone.ts'

/** One meeting as a calendar program is told of it. */
export type CalendarEvent = {
  /** Stays as it is for as long as the meeting does; a change has the same and a higher sequence. */
  uid: string
  sequence: number
  startsAt: Temporal.Instant
  minutes: number
  /** Whose clock it is said by, so that it stays on that clock's hour. */
  zone: string
  title: string
  words?: string | null
  place?: string | null
  /** Where its page is: a path of this house until the file leaves it, see `organisedBy`. */
  page?: string | null
  changedAt: Temporal.Instant
}

export type Guest = { name: string; address: string; answer: 'accepted' | 'declined' | 'tentative' | null }
export type Method = 'REQUEST' | 'CANCEL'

export const calendarLimits = { titleCharsMax: 300, wordsCharsMax: 2_000, placeCharsMax: 500 } as const

const head = ['BEGIN:VCALENDAR', 'PRODID:-//Lampline//Lampline//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN']
const end = 'END:VCALENDAR'
const hoursBetweenReads = 1

/**
 * An invitation, or its withdrawal, to one guest (RFC 5546). Who organises it is added as it leaves, since only then it is known who it
 * is from. The partner's address is not in it: whoever is invited answers to the house.
 */
export function invitationFile(method: Method, event: CalendarEvent, guest: Guest, now: Temporal.Instant): string {
  const partstat = guest.answer === null ? 'NEEDS-ACTION' : guest.answer.toUpperCase()
  const name = guest.name === '' ? '' : `CN=${quoted(guest.name)};`
  const attendee = `ATTENDEE;${name}CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};RSVP=TRUE:${mailto(guest.address)}`
  const status = method === 'CANCEL' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED'
  const zones = zonesOf([event])
  const about = [`DTSTAMP:${utcTime(now)}`, `SEQUENCE:${event.sequence}`, status, attendee]
  return fileOf([...head, `METHOD:${method}`, ...linesOf(zones), ...eventLines(event, zones, about), end])
}

/** A person's meetings for a calendar program to read again and again. It names no address, and asks for no answer. */
export function feedFile(name: string, events: readonly CalendarEvent[]): string {
  const zones = zonesOf(events)
  const often = [`REFRESH-INTERVAL;VALUE=DURATION:PT${hoursBetweenReads}H`, `X-PUBLISHED-TTL:PT${hoursBetweenReads}H`]
  const names = [textLine('NAME', name), textLine('X-WR-CALNAME', name)]
  const told = events.flatMap((event) =>
    eventLines(event, zones, [`DTSTAMP:${utcTime(event.changedAt)}`, `SEQUENCE:${event.sequence}`, 'STATUS:CONFIRMED']),
  )
  return fileOf([...head, 'METHOD:PUBLISH', ...names, ...often, ...linesOf(zones), ...told, end])
}

/**
 * An invitation as it leaves: organised by who the letter is from, or no program would offer to answer it. The paths of this house that
 * it ends its words with, and that its page is at, get the house's address.
 */
export function organisedBy(file: string, from: { name: string; address: string }, url: string): string {
  const name = from.name === '' ? '' : `;CN=${quoted(from.name)}`
  const lines = file.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  return fileOf(
    lines.flatMap((line) => {
      if (line === 'END:VEVENT') return [`ORGANIZER${name}:${mailto(from.address)}`, line]
      if (line.startsWith('URL:/')) return [`URL:${url}${line.slice('URL:'.length)}`]
      if (line.startsWith('DESCRIPTION:')) return [line.replace(/(\\n)(\/[\w/-]+)$/, (_all, before, path) => `${before}${url}${path}`)]
      return [line]
    }),
  )
}

function eventLines(event: CalendarEvent, zones: Zones, about: readonly string[]): string[] {
  const { uid, startsAt, minutes, title, words, place, page, changedAt } = event
  return [
    'BEGIN:VEVENT',
    textLine('UID', uid),
    ...about,
    timeLine('DTSTART', startsAt, event, zones),
    timeLine('DTEND', startsAt.add({ minutes }), event, zones),
    textLine('SUMMARY', title, calendarLimits.titleCharsMax),
    ...(words ? [textLine('DESCRIPTION', words, calendarLimits.wordsCharsMax)] : []),
    ...(place ? [textLine('LOCATION', place, calendarLimits.placeCharsMax)] : []),
    ...(page ? [`URL:${page}`] : []),
    `LAST-MODIFIED:${utcTime(changedAt)}`,
    // Colleagues who may look into somebody's calendar see that they are busy, not with whom.
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
}

/** The zones that can be described, by name; a time of any other is said in UTC. */
type Zones = ReadonlyMap<string, readonly string[]>

function zonesOf(events: readonly CalendarEvent[]): Zones {
  const described = new Map<string, readonly string[]>()
  for (const [zone, times] of Map.groupBy(events.flatMap(timesOf), ([name]) => name)) {
    const lines = isUtc(zone)
      ? null
      : zoneLines(
          zone,
          times.map(([, at]) => at),
        )
    if (lines !== null) described.set(zone, lines)
  }
  return described
}

const timesOf = ({ zone, startsAt, minutes }: CalendarEvent) =>
  [
    [zone, startsAt],
    [zone, startsAt.add({ minutes })],
  ] as const
const isUtc = (zone: string) => /^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone)
const linesOf = (zones: Zones) => [...zones.values()].flat()

function timeLine(name: string, at: Temporal.Instant, { zone }: CalendarEvent, zones: Zones): string {
  if (!zones.has(zone)) return `${name}:${utcTime(at)}`
  return `${name};TZID=${zone}:${wallTime(at.toZonedDateTimeISO(zone).toPlainDateTime())}`
}
