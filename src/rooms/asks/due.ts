import { addWorkingDays, dayOf, endOfWorkingDay } from '#ground/when'
import { limits } from './ask.ts'

type WorkingWeek = { zone: string; restDays: readonly number[] }

/**
 * Until when somebody asked may answer: the end of the last working day; and when they are reminded, once: after one working day at the
 * same hour. Null where the answer is due by then.
 */
export function dueAt(now: Temporal.Instant, answerDays: number, week: WorkingWeek) {
  const until = endOfWorkingDay(now, answerDays, week.restDays, week.zone)
  const day = addWorkingDays(dayOf(week, now), limits.reminderWorkingDays, week.restDays)
  const { hour, minute } = now.toZonedDateTimeISO(week.zone)
  const remindAt = day.toZonedDateTime({ timeZone: week.zone, plainTime: { hour, minute } }).toInstant()
  return { until, remindAt: answerDays > limits.reminderWorkingDays ? remindAt : null }
}
