import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { insertFull } from './hours-writes.ts'
import { ownDay } from './own-day.ts'
import { limits } from './week.ts'

/** The last day of it; null is a month from today. */
export type SayFull = { id: string; until: Temporal.PlainDate | null }

/** Nothing new is asked of oneself until the end of that day. Refuses `availability.dayPast` and `availability.fullLong`. */
export async function sayFull(tx: Tx, { id, until }: SayFull): Promise<void> {
  const { person, organisation, today } = await ownDay(tx)
  const last = until ?? today.add({ months: 1 })
  const days = today.until(last, { largestUnit: 'days' }).days
  if (days < 0) refuse('availability.dayPast')
  if (days > limits.fullDaysMax) refuse('availability.fullLong', { days: limits.fullDaysMax })

  const isNew = await insertFull(tx, id, person, last)
  if (isNew) await tx.note('fullness.said', person, { organisation }, { until: last.toString() })
}
