import { fold, oneLine } from '#ground/fold'
import type { Remark } from '#ground/sheet'
import type { Profile } from './person.ts'
import { readLanguage } from './read-places.ts'
import type { Cells } from './row-cells.ts'

/** Our letters come in few languages; a wish for another is noted and the default kept. */
export function letterLanguage(cells: Cells, notes: Remark[]): Profile['language'] | null {
  const tag = cells.part('language', 'slip.person.language', readLanguage)
  if (tag === null) return null
  if (tag === 'en') return 'en'
  if (tag === 'fa-AF' || tag === 'fa') return 'fa-AF'
  notes.push({ key: 'note.person.language', facts: { given: oneLine(cells.text('language') ?? tag) } })
  return null
}

const calendars: [Profile['calendar'], string][] = [
  ['gregory', 'gregory|gregorian|gregorien|gregoriano|western|miladi|میلادی|الميلادي|زېږدیز'],
  ['persian', 'persian|solar|solar hijri|shamsi|hijri shamsi|jalali|solaire|شمسی|هجری شمسی|لمریز'],
  ['islamic-umalqura', 'islamic|islamic umalqura|lunar|lunar hijri|qamari|hijri|hijri qamari|lunaire|قمری|هجری قمری|هجری|سپوږمیز'],
]

export function readCalendar(text: string): Profile['calendar'] | null {
  const plain = fold(text).replaceAll('-', ' ')
  return calendars.find(([, names]) => names.split('|').some((name) => fold(name) === plain))?.[0] ?? null
}
