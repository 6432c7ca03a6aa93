import assert from 'node:assert/strict'
import { memo } from './memo.ts'
import { monthNames, weekdayNames } from './month-names.ts'
import type { Language, Reader, Say } from './words.ts'

const workingDaysMax = 1_000
const secondsOf = { minute: 60, hour: 3_600 } as const
const shortMonthChars = 3

/** "23 November 2026", "۲ قوس ۱۴۰۵": from parts, since ICU's ready-made Dari puts the weekday last and leaks eras. */
export function sayDay(reader: Reader, date: Temporal.PlainDate): string {
  const { day, month, year } = partsOf(reader, date)
  return inDigits(reader.language, `${day} ${month} ${year}`)
}

/** "Monday 23 November 2026"; a lunar date says that the moon may move it by a day. */
export function sayWeekday(reader: Reader, date: Temporal.PlainDate): string {
  const doubt = { en: ' (±1 day)', 'fa-AF': ' (±۱ روز)' }[reader.language]
  return `${weekdayOf(reader, date)} ${sayDay(reader, date)}${reader.calendar === 'islamic-umalqura' ? doubt : ''}`
}

/** "Thursday 26 November", for days that are near: the year goes without saying. */
export function sayNearDay(reader: Reader, date: Temporal.PlainDate): string {
  const { day, month } = partsOf(reader, date)
  return inDigits(reader.language, `${weekdayOf(reader, date)} ${day} ${month}`)
}

/** "23 Nov 2026", for tables; months that have no usual short form stay whole. */
export function sayShortDay(reader: Reader, date: Temporal.PlainDate): string {
  const { day, month, year } = partsOf(reader, date)
  const short = reader.language === 'en' && reader.calendar === 'gregory' ? month.slice(0, shortMonthChars) : month
  return inDigits(reader.language, `${day} ${short} ${year}`)
}

/** The reader's own clock, of 24 hours: "14:30", "۰۹:۰۵". */
export function sayTime(reader: Reader, at: Temporal.Instant): string {
  return inDigits(reader.language, at.toZonedDateTimeISO(reader.zone).toPlainTime().toString({ smallestUnit: 'minute' }))
}

/** A time on the wall by its minutes since midnight, the end of the day included: "09:05", "۲۴:۰۰". */
export function sayClock(reader: Pick<Reader, 'language'>, minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return inDigits(reader.language, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
}

/** "Monday 23 November 2026, 14:30", in the reader's own zone. */
export function sayInstant(reader: Reader, at: Temporal.Instant): string {
  const comma = reader.language === 'fa-AF' ? '،' : ','
  return `${sayWeekday(reader, dayOf(reader, at))}${comma} ${sayTime(reader, at)}`
}

/** How long ago or how far ahead, in whole days of the reader's zone; within one day in hours or minutes. */
export function sayAgo(say: Say, at: Temporal.Instant, now: Temporal.Instant): string {
  const days = dayOf(say, now).until(dayOf(say, at)).days
  if (days !== 0) return agoOf(say.language).format(days, 'day')
  const seconds = Math.trunc(now.until(at).total('seconds'))
  if (Math.abs(seconds) < secondsOf.minute) return say('when.now')
  const unit = Math.abs(seconds) < secondsOf.hour ? 'minute' : 'hour'
  return agoOf(say.language).format(Math.trunc(seconds / secondsOf[unit]), unit)
}

/** A day to be done by: "by Thursday 26 November"; with its year once that is not the present one. */
export function sayBy(say: Say, date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const isThisYear = partsOf(say, date).year === partsOf(say, today).year
  return say('when.by', { date: isThisYear ? sayNearDay(say, date) : sayWeekday(say, date) })
}

/** The exact moment, for the hover and for print: "2026-11-23 10:00 UTC". */
export function sayUtc(at: Temporal.Instant): string {
  return `${at.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`
}

/** The day on which an instant falls where the reader is. */
export function dayOf(reader: Pick<Reader, 'zone'>, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(reader.zone).toPlainDate()
}

/**
 * The nth working day after a date, rest days left out.
 * @param days whole, 0 to 1,000; 0 is the date itself, even on a day of rest
 * @param restDays days of the week as ISO counts them, 1 Monday to 7 Sunday; never all seven
 */
export function addWorkingDays(date: Temporal.PlainDate, days: number, restDays: readonly number[]): Temporal.PlainDate {
  assert(Number.isInteger(days) && days >= 0 && days <= workingDaysMax, `${days} working days`)
  assert(new Set(restDays).size < 7, 'a week without a working day')
  let at = date
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 })
    if (!restDays.includes(at.dayOfWeek)) left -= 1
  }
  return at
}

/** When the nth working day after an instant ends, in a zone: what is promised "by Thursday" is late from then on. */
export function endOfWorkingDay(at: Temporal.Instant, days: number, restDays: readonly number[], zone: string): Temporal.Instant {
  return addWorkingDays(dayOf({ zone }, at), days, restDays).add({ days: 1 }).toZonedDateTime(zone).toInstant()
}

function partsOf(reader: Reader, date: Temporal.PlainDate): { day: number; month: string; year: number } {
  const { day, month, year } = date.withCalendar(reader.calendar)
  return { day, month: monthNames[reader.calendar][reader.language][month - 1] ?? '', year }
}

function weekdayOf(reader: Reader, date: Temporal.PlainDate): string {
  return weekdayNames[reader.language][date.dayOfWeek - 1] ?? ''
}

const agoOf = memo((language: Language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))

function inDigits(language: Language, text: string): string {
  return language === 'en' ? text : text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))
}
