import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { findBank, tariffOn } from '#hours/reads'
import { type BookCoaching, bookable } from './book-coaching.ts'
import { byCode } from './coach-of.ts'
import { limits } from './coaching.ts'
import { partsOf } from './group-part.ts'
import { coachingOfGroup, waitingBefore } from './reads.ts'
import { reserveFor } from './reserve-for.ts'
import { standingTo } from './standing.ts'
import { insertCoaching } from './writes.ts'

export type BookGroup = Omit<BookCoaching, 'business'> & { businesses: readonly string[] }

/** The same from a business's own page: to whom that is nothing, the page is not there. */
export async function bookGroupFrom(
  tx: Tx,
  asked: BookGroup,
  { params }: { params: Readonly<Record<string, string>> },
): Promise<{ grouping: string }> {
  await standingTo(tx, params.business ?? '')
  return bookGroup(tx, asked)
}

/**
 * One coach, several businesses, one meeting: it costs once, split over them in the order of their codes, and all of them have their part
 * reserved, or none. The same id twice is one.
 */
export async function bookGroup(tx: Tx, { businesses, ...asked }: BookGroup): Promise<{ grouping: string }> {
  if ((await coachingOfGroup(tx, asked.id)).length > 0) return { grouping: asked.id }
  const standings = []
  for (const business of new Set(businesses)) standings.push(await standingTo(tx, business))
  if (standings.length < 2 || standings.length > limits.groupMax) refuse('coaching.groupSize', { max: limits.groupMax })
  if (standings.some(({ keeps, coaches }) => !(keeps || coaches))) missing()
  standings.sort((one, other) => byCode(one.business, other.business))

  const meetings = []
  for (const { business } of standings) meetings.push(await bookable(tx, { ...asked, id: tx.newId(), business: business.id }))
  const [first] = meetings
  if (!first || meetings.some(({ coach, bank }) => coach !== first.coach || bank !== first.bank)) refuse('coaching.groupCoach')
  const bank = found(await findBank(tx, first.bank))
  if (billableMinutes(bank, asked.minutes) !== asked.minutes) refuse('coaching.steps', { step: bank.stepMinutes, least: bank.minutesMin })
  const tariff = (await tariffOn(tx, bank.id, first.day)) ?? refuse('hours.noTariff', { day: first.day.toString() })
  const before = await waitingBefore(tx, bank.id)
  if (before > 0) refuse('coaching.queue', { count: before })

  const parts = partsOf(bank, tariff.perHour, asked.minutes, meetings.length)
  for (const [at, meeting] of meetings.entries()) {
    const part = parts[at] ?? missing()
    const row = { ...meeting, minutes: part.minutes, grouping: asked.id, groupMinutes: asked.minutes }
    await insertCoaching(tx, row)
    await reserveFor(tx, { ...row, perHour: part.perHour }, asked.on)
    await tx.note('coaching.booked', row.id, row, { minutes: row.minutes })
  }
  return { grouping: asked.id }
}
