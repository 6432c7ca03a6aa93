import { latinDigits } from './form.ts'
import type { Calendar } from './words.ts'

const solarLatin = ['Hamal', 'Sawr', 'Jawza', 'Saratan', 'Asad', 'Sunbula', 'Mizan', 'Aqrab', 'Qaws', 'Jadi', 'Dalw', 'Hut'] as const
const solarDari = ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت'] as const
const solarPashto = ['وری', 'غویی', 'غبرګولی', 'چنګاښ', 'زمری', 'وږی', 'تله', 'لړم', 'لیندۍ', 'مرغومی', 'سلواغه', 'کب'] as const
const gregorianLatin = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const gregorianDari = ['جنوری', 'فبروری', 'مارچ', 'اپریل', 'می', 'جون', 'جولای', 'اگست', 'سپتمبر', 'اکتوبر', 'نومبر', 'دسمبر'] as const
const lunarLatin = [
  'Muharram',
  'Safar',
  'Rabi I',
  'Rabi II',
  'Jumada I',
  'Jumada II',
  'Rajab',
  'Shaban',
  'Ramadan',
  'Shawwal',
  'Dhu al-Qada',
  'Dhu al-Hijja',
] as const
const lunarDari = [
  'محرم',
  'صفر',
  'ربیع‌الاول',
  'ربیع‌الثانی',
  'جمادی‌الاول',
  'جمادی‌الثانی',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذوالقعده',
  'ذوالحجه',
] as const

/** Month names are our own: ICU's Persian months are Iran's, and Afghanistan names them otherwise. */
export const monthNames: Record<Calendar, { en: readonly string[]; 'fa-AF': readonly string[] }> = {
  gregory: { en: gregorianLatin, 'fa-AF': gregorianDari },
  persian: { en: solarLatin, 'fa-AF': solarDari },
  'islamic-umalqura': { en: lunarLatin, 'fa-AF': lunarDari },
}

const plain = (text: string) =>
  latinDigits(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0655]|\u200c|\u200d|\u200e|\u200f|[\u2066-\u2069]/g, '')
    .replace(/ك/g, 'ک')
    .replace(/[يى]/g, 'ی')
    .toLowerCase()
    .trim()

type Month = { calendar: Calendar; month: number }

function monthFrom(word: string): Month | null {
  const wanted = plain(word)
  const lists: [Calendar, readonly string[]][] = [
    ['persian', solarLatin],
    ['persian', solarDari],
    ['persian', solarPashto],
    ['gregory', gregorianLatin],
    ['gregory', gregorianDari],
    ['islamic-umalqura', lunarLatin],
    ['islamic-umalqura', lunarDari],
  ]
  for (const [calendar, names] of lists) {
    const at = names.findIndex(
      (name) => plain(name) === wanted || (calendar === 'gregory' && wanted.length >= 3 && plain(name).startsWith(wanted)),
    )
    if (at >= 0) return { calendar, month: at + 1 }
  }
  return null
}

function dateFrom(calendar: Calendar, year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' }).withCalendar('iso8601')
  } catch {
    return null
  }
}

/** A year says which calendar it counts in: 1300 to 1420 are solar unless the person reads lunar dates, from 1900 on Gregorian. */
function calendarOfYear(year: number, reads: Calendar): Calendar | null {
  if (year >= 1900 && year <= 2200) return 'gregory'
  if (year >= 1300 && year <= 1500) return reads === 'islamic-umalqura' ? 'islamic-umalqura' : 'persian'
  return null
}

/**
 * A date as people write it: "2 Qaws 1405", "۲ قوس ۱۴۰۵", "1405-09-02", "2026-11-23", "23 Nov 2026", "23/11/2026" (day first).
 * Null when it cannot be read, or when there is no such day (30 Hut of a common year).
 */
export function readDate(text: string, reads: Calendar = 'gregory'): Temporal.PlainDate | null {
  const words = plain(text)
    .replace(/[,،]/g, ' ')
    .split(/[\s\-/.]+/u)
    .filter(Boolean)
  if (words.length < 3) return null
  const numeric = words.filter((word) => /^[0-9]{1,4}$/.test(word)).map(Number)
  if (words.length === 3 && numeric.length === 3) return numericDate(numeric as [number, number, number], words[0] ?? '', reads)
  const [day, year] = numeric
  const name = words.filter((word) => !/^[0-9]+$/.test(word)).join(' ')
  const month = monthFrom(name)
  if (numeric.length !== 2 || month === null || day === undefined || year === undefined) return null
  return day > 31 ? dateFrom(month.calendar, day, month.month, year) : dateFrom(month.calendar, year, month.month, day)
}

function numericDate([one, two, three]: [number, number, number], first: string, reads: Calendar): Temporal.PlainDate | null {
  const [year, month, day] = first.length === 4 ? [one, two, three] : [three, two, one]
  const calendar = calendarOfYear(year, reads)
  return calendar === null ? null : dateFrom(calendar, year, month, day)
}
