import { fold } from '#ground/fold'
import type { FreeSpan } from './person.ts'

type Day = FreeSpan['day']

const minutesOfDay = 24 * 60
const days: Record<Day, string> = {
  1: 'mon monday mondays lun lundi lunes الاثنین الاثنین الإثنین اثنین دوشنبه دوشنبی',
  2: 'tue tues tuesday tuesdays mar mardi martes الثلاثاء ثلاثاء سهشنبه سهشنبی',
  3: 'wed weds wednesday wednesdays mer mercredi mie miercoles الأربعاء أربعاء چهارشنبه چارشنبه چهارشنبی',
  4: 'thu thur thurs thursday thursdays jeu jeudi jue jueves الخمیس خمیس پنجشنبه پنجشنبی',
  5: 'fri friday fridays ven vendredi vie viernes الجمعة جمعة جمعه جمعی',
  6: 'sat saturday saturdays sam samedi sab sabado السبت سبت شنبه شنبی',
  7: 'sun sunday sundays dim dimanche dom domingo الأحد أحد یکشنبه یکشنبی',
}
const dayOf = new Map(
  Object.entries(days).flatMap(([day, names]) => names.split(' ').map((name) => [fold(name), Number(day) as Day] as const)),
)
const everyDay = new Set(
  ['daily', 'every day', 'all days', 'tous les jours', 'cada dia', 'todos los dias', 'هر روز', 'کل یوم', 'کل ایام الاسبوع', 'هره ورځ'].map(
    fold,
  ),
)
const until = /\s+(?:to|till|until|through|thru|a|al|au|hasta|jusqu'a|تا|الی|الى|حتی|تر)\s+/g
const fillers = /(^|\s)(?:every|on|from|at|de|du|le|les|el|los|las|des|from|روزهای|روز|یوم|ایام|از|من|د|ورځ|hours|hrs|ساعت)(?=\s|$)/g
const time = String.raw`\d{1,2}(?:[:.h]\d{2})?\s*h?\s*(?:[ap]\.?m\.?)?`
const span = String.raw`${time}\s*-\s*${time}`
const part = new RegExp(String.raw`([^\d]+?)(${span}(?:\s*(?:,|&|\+|and|et|y|و)\s*${span})*)\s*[;,.]*\s*`, 'y')

/**
 * Reads hours free each week: "Mon-Fri 9-12; Tue 14:00-16:30", days in six languages, digits of any of them, 24:00 as an end.
 * Overlapping spans become one. Null when the text is anything else, or a span ends before it begins.
 */
export function readHours(text: string): FreeSpan[] | null {
  const plain = fold(text.replace(/[\n\r;؛]+/g, ' ; '))
    .replace(/[\u2010-\u2015\u2212~]/g, '-')
    .replace(/،/g, ',')
    .replace(/(یک|دو|سه|چهار|پنج) شنب/g, '$1شنب')
    .replace(until, '-')
    .trim()
  const spans: FreeSpan[] = []
  part.lastIndex = 0
  while (part.lastIndex < plain.length) {
    const found = part.exec(plain)
    const on = found && daysOf(found[1] ?? '')
    const hours = found && hoursOf(found[2] ?? '')
    if (!on || !hours) return null
    spans.push(...on.flatMap((day) => hours.map(({ from, to }) => ({ day, from, to }))))
  }
  return joined(spans)
}

/** Hours of one day without its name: "9-12", "۱۴:۰۰ تا ۲۴:۰۰". Null as above, and where a day is named. */
export function readDayHours(text: string): { from: number; to: number }[] | null {
  const spans = readHours(`Mon ${text}`)
  return spans?.every(({ day }) => day === 1) ? spans.map(({ from, to }) => ({ from, to })) : null
}

function daysOf(text: string): Day[] | null {
  const told = text.replace(/[;:]/g, ' ').replace(/\s+/g, ' ').trim()
  if (everyDay.has(told)) return [1, 2, 3, 4, 5, 6, 7]
  const plain = told.replace(fillers, ' ').replace(/\s+/g, ' ').trim().replace(/,$/, '').trim()
  const found: Day[] = []
  for (const piece of plain.split(/\s*(?:,|\/|&|\+|\sand\s|\set\s|\sy\s|\sو\s)\s*/)) {
    const ends = piece.split(/\s*-\s*/).map((name) => dayOf.get(name.replace(/\.$/, '').trim()))
    const [first, last = first] = ends
    if (first === undefined || last === undefined || ends.length > 2 || ends.includes(undefined)) return null
    for (let day = first; ; day = ((day % 7) + 1) as Day) {
      found.push(day)
      if (day === last) break
    }
  }
  return found
}

function hoursOf(text: string): { from: number; to: number }[] | null {
  const spans: { from: number; to: number }[] = []
  for (const [whole] of text.matchAll(new RegExp(span, 'g'))) {
    const [start = '', end = ''] = whole.split('-')
    const to = minutesOf(end)
    const from = minutesOf(start)
    if (from === null || to === null) return null
    const afternoon = /p/.test(end) && !/[ap]/.test(start) && from + 720 < to ? from + 720 : from
    if (afternoon >= to) return null
    spans.push({ from: afternoon, to })
  }
  return spans
}

function minutesOf(text: string): number | null {
  const [, hour = '', minute = '0', half = ''] = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*h?\s*([ap]?)/.exec(text) ?? []
  const said = Number(hour)
  if (half !== '' && (said < 1 || said > 12)) return null
  const hours = half === '' ? said : (said % 12) + (half === 'p' ? 12 : 0)
  const minutes = hours * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= minutesOfDay ? minutes : null
}

function joined(spans: FreeSpan[]): FreeSpan[] {
  const sorted = [...spans].sort((a, b) => a.day - b.day || a.from - b.from)
  const result: FreeSpan[] = []
  for (const next of sorted) {
    const last = result.at(-1)
    if (last && last.day === next.day && next.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, next.to) }
    else result.push({ ...next })
  }
  return result
}
