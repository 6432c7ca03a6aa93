import { weekdayNames } from '#ground/month-names'
import type { Language } from '#ground/words'
import type { FreeSpan } from './person.ts'

type Day = FreeSpan['day']

export const days: readonly Day[] = [1, 2, 3, 4, 5, 6, 7]
/** The parts of a day that a form offers, in minutes since midnight. */
export const dayParts = { morning: [480, 720], afternoon: [720, 1020], evening: [1020, 1260] } as const
export type DayPart = keyof typeof dayParts
export const dayPartNames = Object.keys(dayParts) as DayPart[]
/** A ticked box of the week. */
export type Block = { day: Day; part: DayPart }

/** Spans in order, with none that touch or overlap. */
export function tidySpans(spans: readonly FreeSpan[]): FreeSpan[] {
  const sorted = spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.day - b.day || a.from - b.from)
  const tidy: FreeSpan[] = []
  for (const span of sorted) {
    const last = tidy.at(-1)
    if (last && last.day === span.day && span.from <= last.to) tidy[tidy.length - 1] = { ...last, to: Math.max(last.to, span.to) }
    else tidy.push({ ...span })
  }
  return tidy
}

/** The boxes that a person's hours fill from end to end. */
export function blocksOf(spans: readonly FreeSpan[]): Block[] {
  const tidy = tidySpans(spans)
  return days.flatMap((day) =>
    dayPartNames
      .filter((part) => tidy.some((span) => span.day === day && span.from <= dayParts[part][0] && span.to >= dayParts[part][1]))
      .map((part) => ({ day, part })),
  )
}

/** Hours that no box holds: they are kept beside the boxes. */
export function hoursBeside(spans: readonly FreeSpan[]): FreeSpan[] {
  return blocksOf(spans).reduce<FreeSpan[]>((left, block) => left.flatMap((span) => without(span, block)), tidySpans(spans))
}

function without(span: FreeSpan, { day, part }: Block): FreeSpan[] {
  const [from, to] = dayParts[part]
  if (span.day !== day || span.to <= from || span.from >= to) return [span]
  return [
    { ...span, to: from },
    { ...span, from: to },
  ].filter((left) => left.from < left.to)
}

/** The week that ticked boxes and the hours beside them make; null when there is none, since nothing said is not "never". */
export function weekOf(blocks: readonly Block[], beside: readonly FreeSpan[]): FreeSpan[] | null {
  const ticked = blocks.map(({ day, part }) => ({ day, from: dayParts[part][0], to: dayParts[part][1] }))
  const week = tidySpans([...ticked, ...beside])
  return week.length === 0 ? null : week
}

/** Hours as a sheet writes them, and reads them again: "Monday 09:00-12:00; Friday 14:00-16:30". */
export function hoursIn(language: Language, spans: readonly FreeSpan[]): string {
  return spans.map((span) => `${weekdayNames[language][span.day - 1] ?? ''} ${clockOf(span)}`).join('; ')
}

/** "09:00-12:30". */
export function clockOf({ from, to }: Pick<FreeSpan, 'from' | 'to'>): string {
  const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `${clock(from)}-${clock(to)}`
}
