import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { exceptionsOf } from './hours-reads.ts'
import { insertException } from './hours-writes.ts'
import { ownDay } from './own-day.ts'
import { limits } from './week.ts'

/** Away for whole days, where `hours` are null; else there on one day besides. The last day is not before the first. */
export type SayException = {
  id: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  hours: readonly { from: number; to: number }[] | null
}

/**
 * Days on which one's own week does not hold. Refuses `availability.dayPast`, `availability.dayFar`, `availability.daysMany` and
 * `availability.exceptionsMany`.
 */
export async function sayException(tx: Tx, { id, from, to, hours }: SayException): Promise<void> {
  const { person, organisation, today } = await ownDay(tx)
  if (Temporal.PlainDate.compare(to, today) < 0) refuse('availability.dayPast')
  if (today.until(to, { largestUnit: 'days' }).days > limits.aheadDaysMax) refuse('availability.dayFar', { days: limits.aheadDaysMax })
  if (from.until(to, { largestUnit: 'days' }).days > limits.exceptionDaysMax)
    refuse('availability.daysMany', { max: limits.exceptionDaysMax })
  const there = await exceptionsOf(tx, person, today)
  if (there.some((one) => one.id === id)) return
  if (there.length + (hours?.length ?? 1) > limits.exceptionsAheadMax)
    refuse('availability.exceptionsMany', { max: limits.exceptionsAheadMax })

  const said = { person, from, to }
  const rows =
    hours === null
      ? [{ ...said, kind: 'away' as const, fromMinutes: null, toMinutes: null }]
      : hours.map((span) => ({ ...said, kind: 'extra' as const, fromMinutes: span.from, toMinutes: span.to }))
  for (const [nth, row] of rows.entries()) await insertException(tx, { ...row, id: nth === 0 ? id : tx.newId() })
  await tx.note('hours-exception.said', id, { organisation }, { kind: hours === null ? 'away' : 'extra' })
}
