import type { FreeSpan } from '#people/person'

/** A day or days on which somebody's week does not hold: away for whole days, or there for some minutes besides. */
export type HoursException = {
  kind: 'away' | 'extra'
  from: Temporal.PlainDate
  /** The last day of it. */
  to: Temporal.PlainDate
  /** Of extra hours, since midnight; an absence is of whole days. */
  fromMinutes: number | null
  toMinutes: number | null
}

/** Where nobody has said anything, people are at work from nine to five. */
const office = { from: 540, to: 1_020 } as const
/** Nobody is asked to meet before or after, unless those are the hours that they gave. */
export const dayHours = { from: 420, to: 1_260 } as const

export const limits = {
  exceptionsAheadMax: 100,
  exceptionDaysMax: 366,
  aheadDaysMax: 730,
  fullDaysMax: 366,
  freeTimesMax: 50,
  freeTimesPeopleMax: 12,
  freeTimesDaysMax: 92,
} as const

/** The week of somebody whose hours nobody knows: working hours on the working days of their organisation. */
export function officeWeek(restDays: readonly number[]): FreeSpan[] {
  const days = [1, 2, 3, 4, 5, 6, 7] as const
  return days.filter((day) => !restDays.includes(day)).map((day) => ({ day, ...office }))
}
