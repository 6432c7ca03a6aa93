import type { FreeSpan } from '#people/person'
import { commonTimes } from './common-times.ts'
import { type PersonHours, timeOf } from './free-spans.ts'
import { officeWeek } from './week.ts'

export const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
export const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' })
export const wall = (zone: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
export const quarterMs = 900_000

let counter = 0
export const person = (zone: string, week: readonly FreeSpan[] = officeWeek([6, 7]), more: Partial<PersonHours> = {}): PersonHours => {
  counter += 1
  return { person: `p${counter}`, zone, week, exceptions: [], busy: [], ...more }
}
export const within = (from: string, until: string) => ({ from: ms(from), until: ms(until) })
export const common = (people: readonly PersonHours[], span: { from: number; until: number }, minutes = 60, max = 50) =>
  commonTimes(
    people.map((one) => timeOf(one, span)),
    { minutes, max },
  )
export const everyDay = (from: number, to: number): FreeSpan[] => ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from, to }))
export const fortnight = within('2026-11-23T00:00Z', '2026-12-07T00:00Z')
