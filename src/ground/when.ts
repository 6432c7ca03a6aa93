import { monthNames } from './calendar.ts'
import { memo } from './memo.ts'
import type { Say } from './words.ts'

type Reader = Pick<Say, 'language' | 'calendar' | 'zone'>

const weekdays = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  'fa-AF': ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
} as const

const digitsOf = memo(
  (language: Say['language'], figures: number) => new Intl.NumberFormat(language, { useGrouping: false, minimumIntegerDigits: figures }),
)
const digits = (reader: Reader, n: number, figures = 1) => digitsOf(reader.language, figures).format(n)

/** "23 November 2026", "۲ قوس ۱۴۰۵": from parts, since ICU's ready-made Dari puts the weekday last and leaks eras. */
export function sayDay(reader: Reader, date: Temporal.PlainDate): string {
  const there = date.withCalendar(reader.calendar)
  const month = monthNames[reader.calendar][reader.language][there.month - 1] ?? ''
  return `${digits(reader, there.day)} ${month} ${digits(reader, there.year)}`
}

/** "Monday 23 November 2026". */
export function sayWeekday(reader: Reader, date: Temporal.PlainDate): string {
  return `${weekdays[reader.language][date.dayOfWeek - 1]} ${sayDay(reader, date)}`
}

export function dayOf(reader: Reader, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(reader.zone).toPlainDate()
}

/** "Monday 23 November 2026, 14:30", in the reader's own zone. */
export function sayInstant(reader: Reader, instant: Temporal.Instant): string {
  const there = instant.toZonedDateTimeISO(reader.zone)
  const comma = reader.language === 'fa-AF' ? '،' : ','
  return `${sayWeekday(reader, there.toPlainDate())}${comma} ${digits(reader, there.hour, 2)}:${digits(reader, there.minute, 2)}`
}

/** The exact moment, for the hover and for print. */
export function sayUtc(instant: Temporal.Instant): string {
  return `${instant.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`
}

/** The nth working day after a date, rest days left out; ISO weekdays, 1 is Monday. */
export function addWorkingDays(date: Temporal.PlainDate, days: number, restDays: readonly number[]): Temporal.PlainDate {
  if (restDays.length >= 7) throw new Error('A week without a working day')
  let at = date
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 })
    if (!restDays.includes(at.dayOfWeek)) left -= 1
  }
  return at
}
