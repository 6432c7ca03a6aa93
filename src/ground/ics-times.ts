import ICAL from 'ical.js'
import { type Line, lineOf, linesOf, type Part, paramOf } from './ics-text.ts'
import { zoneOfWindows } from './windows-zones.ts'
import { isZone } from './zone.ts'

/** From a time on the wall, as milliseconds of a clock that is never put forward or back, to the moment it is. */
export type Clock = (wall: number) => number
export type IcsTime = { wall: number; clock: Clock; isDay: boolean }
/** The clock that a name of a zone means in one calendar. */
export type Clocks = (zone: string | undefined) => Clock

const observancesMax = 400
const utc: Clock = (wall) => wall

/** A clock of an IANA zone: what a spring gap leaves out is an hour later, what comes twice is the first. */
function clockOf(zone: string): Clock {
  const wallIn = (wall: number) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
  return (wall) => wallIn(wall).toZonedDateTime(zone).epochMilliseconds
}

/**
 * Zones by the name that IANA has for them, then that of Windows, then as the calendar itself describes them; a time without a zone
 * that anybody knows is one on the owner's wall.
 */
export function clocksOf(parts: readonly Part[], ownerZone: string): Clocks {
  const told = new Map<string, Part>()
  for (const part of parts) if (part[0] === 'vtimezone') told.set(String(lineOf(part, 'tzid')?.[3] ?? ''), part)
  const own = clockOf(ownerZone)
  const kept = new Map<string, Clock>()
  return (name) => {
    if (name === undefined) return own
    const known = kept.get(name) ?? clockNamed(name, told.get(name)) ?? own
    kept.set(name, known)
    return known
  }
}

function clockNamed(name: string, told: Part | undefined): Clock | undefined {
  const place = told && String(lineOf(told, 'x-lic-location')?.[3] ?? '')
  // Some programs write a path before the name: /freeassociation.sourceforge.net/Asia/Kabul.
  const tail = name.split('/').slice(-2).join('/')
  const iana = [name, zoneOfWindows(name), place, tail].find((one) => one !== undefined && one !== '' && isZone(one))
  return iana === undefined ? told && clockTold(told) : clockOf(iana)
}

/** A zone as the file describes it, as far as its changes are yearly ones: others could keep us reckoning for ever. */
function clockTold(zone: Part): Clock | undefined {
  const observances = zone[2]
  const rules = observances.flatMap((one) => linesOf(one, 'rrule').map((line) => line[3] as Record<string, unknown>))
  const odd = ['byhour', 'byminute', 'bysecond', 'bysetpos', 'byyearday', 'byweekno']
  const isPlain = rules.every((rule) => rule.freq === 'YEARLY' && odd.every((part) => !(part in rule)))
  if (observances.length === 0 || observances.length > observancesMax || !isPlain) return undefined
  const reckoned = new ICAL.Timezone(new ICAL.Component(zone as never))
  return (wall) => wall - reckoned.utcOffset(icalTime(wall)) * 1_000
}

/** A wall time as the library has it, in no zone. */
export function icalTime(wall: number): InstanceType<typeof ICAL.Time> {
  const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC')
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false })
}

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/

/** A date or a time of a line; null where it is neither. A day begins at the owner's midnight. */
export function timeOf(line: Line | undefined, clocks: Clocks, value: unknown = line?.[3]): IcsTime | null {
  if (line === undefined) return null
  const [, year, month, day, hour, minute = '0', second = '0', zulu] = written.exec(String(value)) ?? []
  if (year === undefined) return null
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute), Number(second))
  const isDay = hour === undefined
  return { wall, isDay, clock: zulu === 'Z' ? utc : clocks(isDay ? undefined : paramOf(line, 'tzid')) }
}

/** "P1DT2H30M" in milliseconds, days as 24 hours; null where it is none. */
export function durationOf(value: unknown): number | null {
  const found = /^([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/.exec(String(value))
  if (found === null) return null
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0)) as [number, number, number, number, number]
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000
  return found[1] === '-' ? -ms : ms
}
