import ICAL from 'ical.js'
import { refuse } from './refusal.ts'

/** A line of a calendar as jCal has it: name, parameters, type, and the values. */
export type Line = [name: string, params: Readonly<Record<string, string | string[]>>, type: string, ...values: unknown[]]
/** A part of a calendar, such as an appointment or a zone. */
export type Part = [name: string, lines: Line[], parts: Part[]]

export const icsLimits = { textBytesMax: 2_000_000, eventsMax: 20_000 } as const

/** The calendars of a text, in parts. Refuses `feeds.notCalendar`, `feeds.tooBig` and `feeds.tooMany`. */
export function readIcs(text: string): Part[] {
  if (text.length > icsLimits.textBytesMax) refuse('feeds.tooBig')
  if (!/^\ufeff?\s*BEGIN:VCALENDAR\s/i.test(text)) refuse('feeds.notCalendar')
  const events = text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0
  if (events > icsLimits.eventsMax) refuse('feeds.tooMany')
  const parsed = parse(text.replace(/^\ufeff?\s*/, ''))
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as Part[]
  return calendars.flatMap(([name, , parts]) => (name === 'vcalendar' ? parts : []))
}

function parse(text: string): unknown[] {
  try {
    return ICAL.parse(text) as unknown[]
  } catch {
    // The parser throws errors of many classes, all of which say that the text is none of a calendar.
    return refuse('feeds.notCalendar')
  }
}

export function lineOf([, lines]: Part, name: string): Line | undefined {
  return lines.find((line) => line[0] === name)
}

export function linesOf([, lines]: Part, name: string): Line[] {
  return lines.filter((line) => line[0] === name)
}

/** The value of a line of one value, in capitals; empty where there is none. */
export function wordOf(part: Part, name: string): string {
  return String(lineOf(part, name)?.[3] ?? '').toUpperCase()
}

export function paramOf([, params]: Line, name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' ? value : value?.[0]
}
