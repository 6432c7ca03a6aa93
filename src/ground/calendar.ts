import { fold } from './fold.ts'
import { monthNames, monthSpellings, weekdaySpellings } from './month-names.ts'
import type { Calendar } from './words.ts'

/** Longest text that is read as a date. */
const dateCharsMax = 60
/** The years that a calendar is read and believed in; beyond them the tables of umm al-Qura end. */
const years: Record<Calendar, { first: number; last: number }> = {
  gregory: { first: 1900, last: 2199 },
  persian: { first: 1279, last: 1578 },
  'islamic-umalqura': { first: 1318, last: 1600 },
}
/** A solar year above this is 2051 or later, so whoever writes it means the moon's year. */
const solarYearLikelyMax = 1430

/**
 * Reads a date as people type it: "2 Qaws 1405", "۲ قوس ۱۴۰۵", "1405-09-02", "23 Nov 2026", "Nov 23, 2026", "2026-11-23".
 * Numbers alone are day, month, year unless the year comes first; the month's name, else the year and the reader's own
 * calendar, say which calendar is meant. Null when there is no such day, and for years of two digits, which leave a doubt.
 * @param reads the calendar that the person who typed reads dates in
 */
export function readDate(text: string, reads: Calendar = 'gregory'): Temporal.PlainDate | null {
  if (text.length > dateCharsMax) return null
  const parts = partsOf(text)
  if (parts === null) return null
  const { words, numbers } = parts
  if (words === '') return readNumbers(numbers, reads)
  const month = monthsByName.get(words)
  const [one, other] = numbers
  if (month === undefined || one === undefined || other === undefined || numbers.length > 2) return null
  return one.length === 4 ? dateFrom(month.calendar, one, month.number, other) : dateFrom(month.calendar, other, month.number, one)
}

function readNumbers(numbers: readonly string[], reads: Calendar): Temporal.PlainDate | null {
  const [one, month, other] = numbers
  if (one === undefined || month === undefined || other === undefined || numbers.length > 3 || month.length > 2) return null
  const [year, day] = one.length === 4 ? [one, other] : [other, one]
  return dateFrom(calendarOfYear(Number(year), reads), year, Number(month), day)
}

function calendarOfYear(year: number, reads: Calendar): Calendar {
  if (year >= years.gregory.first) return 'gregory'
  return reads === 'islamic-umalqura' || year > solarYearLikelyMax ? 'islamic-umalqura' : 'persian'
}

function dateFrom(calendar: Calendar, yearText: string, month: number, dayText: string): Temporal.PlainDate | null {
  const year = Number(yearText)
  const { first, last } = years[calendar]
  if (yearText.length !== 4 || year < first || year > last || dayText.length > 2) return null
  try {
    return Temporal.PlainDate.from({ calendar, year, month, day: Number(dayText) }, { overflow: 'reject' }).withCalendar('iso8601')
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Numbers apart from words; a weekday before them left out; null when something is neither. */
function partsOf(text: string): { words: string; numbers: string[] } | null {
  const plain = fold(text)
  const numbers = [...plain.matchAll(/[0-9]+/g)].map(([digits]) => digits)
  const rest = plain.replace(/(?<=[0-9])(st|nd|rd|th)\b/g, ' ').replace(/[0-9]+/g, ' ')
  const words = rest.split(/[\s,،/.-]+/).filter((word) => word !== '')
  if (words.some((word) => !/^[\p{L}'’ʿ]+$/u.test(word))) return null
  const named = words.map(nameKey)
  const months = weekdays.has(named[0] ?? '') ? named.slice(1) : named
  return { words: months.join(''), numbers }
}

/** One spelling for names that differ only in spaces, joiners, hyphens and apostrophes. */
function nameKey(name: string): string {
  return fold(name).replace(/[\s'’ʿ-]/g, '')
}

const monthsByName = new Map(
  (Object.keys(monthNames) as Calendar[]).flatMap((calendar) =>
    [monthNames[calendar].en, monthNames[calendar]['fa-AF'], monthSpellings[calendar]].flatMap((row) =>
      row.flatMap((spellings, at) => spellings.split('/').map((name) => [nameKey(name), { calendar, number: at + 1 }] as const)),
    ),
  ),
)

const weekdays = new Set(weekdaySpellings.map(nameKey))
