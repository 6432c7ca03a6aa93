import { type Rule, ruleLimits, type Steps, timesOfRule } from './ics-rule.ts'
import { lineOf, linesOf, type Part, paramOf, readIcs, wordOf } from './ics-text.ts'
import { type Clocks, clocksOf, durationOf, type IcsTime, timeOf } from './ics-times.ts'
import { Refusal, refuse } from './refusal.ts'
import { mergeSpans, type Span } from './spans.ts'

export const busyLimits = { spansMax: 5_000 } as const

/** Clocks differ by less than two days, all over the world. */
const zonesApartMs = 2 * 86_400_000
const dayMs = 86_400_000

/** `wall`: its end is told by the clock on the wall, as of what lasts whole days; else it takes exactly so long. */
type Length = { ms: number; wall: boolean }
type Asked = { clocks: Clocks; within: Span; steps: Steps; spans: Span[] }

/**
 * When a calendar's owner is busy, merged and in order, within a span: nothing else of it leaves this file. Busy is an appointment that
 * is not cancelled and not marked as free (TRANSP, and Outlook's own mark before it); one of whole days only where it is marked as busy,
 * since holidays and birthdays are such. A changed occurrence stands for the one it replaces; "this and all that follow" changes one.
 * An appointment whose times cannot be read is left out, unless none can.
 *
 * Refuses `feeds.notCalendar`, `feeds.tooBig`, `feeds.tooMany`.
 * @param ownerZone for times without a zone, and whole days
 */
export function busyTimes(text: string, ownerZone: string, within: Span): Span[] {
  const parts = readIcs(text)
  const asked = { clocks: clocksOf(parts, ownerZone), within, steps: { left: ruleLimits.stepsMax }, spans: [] }
  const events = parts.filter(([name]) => name === 'vevent')
  const series = Map.groupBy(events, (event) => String(lineOf(event, 'uid')?.[3] ?? ''))
  const all = [...series].flatMap(([uid, those]) => (uid === '' ? those.map((one) => [one]) : [those]))
  const read = all.filter((those) => addSeries(those, asked))
  if (events.length > 0 && read.length === 0) refuse('feeds.notCalendar')
  for (const part of parts) if (part[0] === 'vfreebusy') addFreeBusy(part, asked)
  return mergeSpans(asked.spans)
}

/** What the person says of the time, before what kind of time it is. */
function isBusy(event: Part): boolean {
  const said = wordOf(event, 'x-microsoft-cdo-busystatus')
  const transparency = wordOf(event, 'transp')
  if (wordOf(event, 'status') === 'CANCELLED' || transparency === 'TRANSPARENT' || said === 'FREE' || said === 'WORKINGELSEWHERE')
    return false
  const isMarked = transparency === 'OPAQUE' || said === 'BUSY' || said === 'OOF'
  return isMarked || lineOf(event, 'dtstart')?.[2] !== 'date'
}

/** One appointment with all that was changed of its occurrences; false where its start cannot be read. */
function addSeries(all: readonly Part[], asked: Asked): boolean {
  const changed = all.filter((event) => lineOf(event, 'recurrence-id') !== undefined)
  const replaced = changed.map((event) => timeOf(lineOf(event, 'recurrence-id'), asked.clocks)).filter((time) => time !== null)
  const masters = all.filter((event) => !changed.includes(event))
  const read = [...masters.map((event) => isAdded(event, replaced, asked)), ...changed.map((event) => isAdded(event, [], asked))]
  return read.some(Boolean)
}

/** False too where the library stumbles over a rule, which it does in errors of many classes; those quote what they stumble over. */
function isAdded(event: Part, replaced: readonly IcsTime[], asked: Asked): boolean {
  try {
    return addEvent(event, replaced, asked)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return false
  }
}

function addEvent(event: Part, replaced: readonly IcsTime[], asked: Asked): boolean {
  const start = timeOf(lineOf(event, 'dtstart'), asked.clocks)
  if (start === null) return false
  const length = lengthOf(event, start, asked.clocks)
  if (length === null) return false
  if (!isBusy(event) || length.ms <= 0) return true
  const left = [...replaced, ...timesIn(event, 'exdate', asked.clocks)]
  const isLeft = leftOut(left)
  const add = (time: IcsTime) => {
    if (!isLeft(time)) addSpan(time, length, asked)
  }
  const rules = lineOf(event, 'recurrence-id') === undefined ? linesOf(event, 'rrule').map((line) => line[3] as Rule) : []
  if (rules.length === 0) add(start)
  for (const rule of rules) addRule(rule, start, length, add, asked)
  for (const time of timesIn(event, 'rdate', asked.clocks)) add(time)
  return true
}

/** All occurrences that may touch the time asked for, up to the rule's end: the moment it names, or the whole of its last day. */
function addRule(rule: Rule, start: IcsTime, { ms }: Length, add: (time: IcsTime) => void, { within, steps }: Asked): void {
  const near = { from: within.from - ms - zonesApartMs, until: within.until + zonesApartMs }
  const end = rule.until === undefined ? null : timeOf(['until', {}, '', rule.until], () => start.clock)
  const last = end === null ? Number.POSITIVE_INFINITY : end.clock(end.isDay ? end.wall + dayMs - 1 : end.wall)
  if (last < near.from) return
  for (const wall of timesOfRule(rule, start.wall, near, steps)) {
    if (start.clock(wall) > last) return
    add({ ...start, wall })
  }
}

function addSpan({ wall, clock }: IcsTime, { ms, wall: onWall }: Length, { within, spans }: Asked): void {
  if (wall + ms < within.from - zonesApartMs || wall > within.until + zonesApartMs) return
  const from = Math.max(clock(wall), within.from)
  const until = Math.min(onWall ? clock(wall + ms) : clock(wall) + ms, within.until)
  if (from >= until) return
  if (spans.length >= busyLimits.spansMax) refuse('feeds.tooMany')
  spans.push({ from, until })
}

/** How long it takes: up to its end, for its duration, a whole day, or no time at all. */
function lengthOf(event: Part, start: IcsTime, clocks: Clocks): Length | null {
  const endLine = lineOf(event, 'dtend')
  if (endLine !== undefined) {
    const end = timeOf(endLine, clocks)
    if (end === null) return null
    const isSameClock = end.clock === start.clock
    return { ms: isSameClock ? end.wall - start.wall : end.clock(end.wall) - start.clock(start.wall), wall: isSameClock }
  }
  const duration = lineOf(event, 'duration')
  if (duration === undefined) return { ms: start.isDay ? dayMs : 0, wall: true }
  const ms = durationOf(duration[3])
  return ms === null ? null : { ms, wall: start.isDay }
}

/** Times of a line of many values; of periods their beginnings. */
function timesIn(event: Part, name: 'rdate' | 'exdate', clocks: Clocks): IcsTime[] {
  return linesOf(event, name)
    .flatMap((line) => line.slice(3).map((value) => timeOf(line, clocks, Array.isArray(value) ? value[0] : value)))
    .filter((time) => time !== null)
}

/** Whether an occurrence is among those left out; a whole day leaves out all that begin on it. */
function leftOut(times: readonly IcsTime[]): (time: IcsTime) => boolean {
  const moments = new Set(times.filter(({ isDay }) => !isDay).map(({ wall, clock }) => clock(wall)))
  const days = new Set(times.filter(({ isDay }) => isDay).map(({ wall }) => wall))
  return ({ wall, clock }) => moments.has(clock(wall)) || days.has(Math.floor(wall / dayMs) * dayMs)
}

/** A free-busy table of a server, in periods of UTC. */
function addFreeBusy(part: Part, asked: Asked): void {
  for (const line of linesOf(part, 'freebusy')) {
    if ((paramOf(line, 'fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue
    for (const value of line.slice(3)) {
      const [from, to] = Array.isArray(value) ? value : []
      const start = timeOf(line, asked.clocks, from)
      const end = timeOf(line, asked.clocks, to)
      const ms = start && (end ? end.clock(end.wall) - start.clock(start.wall) : durationOf(to))
      if (start && ms) addSpan(start, { ms, wall: false }, asked)
    }
  }
}
