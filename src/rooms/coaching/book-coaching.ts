import type { Tx } from '#ground/db'
import { Refusal, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { balanceIn, openBooks } from '#hours/books'
import { fundersOf, termsOf } from '#hours/reads'
import { livingAllotment } from './allotment-reads.ts'
import { limits, type Mode, type Place, weekOf } from './coaching.ts'
import { findCoaching, minutesInWeek, minutesOfCoach, waitingBefore } from './reads.ts'
import { reserveFor } from './reserve-for.ts'
import { standingTo } from './standing.ts'
import { insertCoaching, insertTopUp, insertWait, type NewMeeting } from './writes.ts'

export type BookCoaching = {
  id: string
  business: string
  startsAt: Temporal.Instant
  /** The zone of the clock on which the time was said: its day has the tariff. */
  zone: string
  minutes: number
  mode: Mode
  place: Place
  escorted: boolean
  /** What an owner agreed to pay beyond their part, this once, since a funder is short; minor units. */
  clientCovers?: bigint
  /** The day on which it is entered: today, but for what is brought in from elsewhere. */
  on?: Temporal.PlainDate
}

const daysBackMax = 31

/**
 * Coach, client or coordinator books a meeting: its money and minutes are reserved in the same transaction, or nothing is kept. Refuses
 * `hours.short` with whose money is short, and `coaching.queue` where others wait for it: then one may wait too. The same id twice is one.
 */
export async function bookCoaching(tx: Tx, asked: BookCoaching): Promise<{ business: string; meeting: string }> {
  if (await findCoaching(tx, asked.id)) return { business: asked.business, meeting: asked.id }
  const meeting = await bookable(tx, asked)
  const before = await waitingBefore(tx, meeting.bank)
  if (before > 0) refuse('coaching.queue', { count: before })

  const { clientCovers } = asked
  if (await insertCoaching(tx, meeting)) {
    if (clientCovers !== undefined) await insertTopUp(tx, { meeting: meeting.id, amount: clientCovers })
    await reserveFor(tx, { ...meeting, ...(clientCovers === undefined ? {} : { clientCovers }) }, asked.on)
    await tx.note('coaching.booked', meeting.id, meeting, { minutes: meeting.minutes })
  }
  return { business: meeting.business, meeting: meeting.id }
}

/**
 * The same where a funder's money is short: the meeting waits, and keeps its place in the queue. For money of the client's own nobody
 * waits: it is the client who pays.
 */
export async function awaitFunds(tx: Tx, asked: BookCoaching): Promise<{ business: string; meeting: string }> {
  if (await findCoaching(tx, asked.id)) return { business: asked.business, meeting: asked.id }
  const meeting = await bookable(tx, asked)
  const before = await waitingBefore(tx, meeting.bank)
  if (!(await insertCoaching(tx, meeting))) return { business: meeting.business, meeting: meeting.id }

  const who = before > 0 ? '' : await shortOf(tx, meeting, asked.on)
  if (who !== null) await insertWait(tx, meeting.id, who)
  await tx.note(who === null ? 'coaching.booked' : 'coaching.waits', meeting.id, meeting, { minutes: meeting.minutes })
  return { business: meeting.business, meeting: meeting.id }
}

/** Reserves where it can be; else which funder is short. Nothing was written when the bank refuses, so going on is sound. */
export async function shortOf(
  tx: Tx,
  meeting: Pick<NewMeeting, 'id' | 'bank' | 'business' | 'minutes' | 'day'>,
  on?: Temporal.PlainDate,
): Promise<string | null> {
  try {
    await reserveFor(tx, meeting, on)
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'hours.short') throw error
    const funder = (await fundersOf(tx, meeting.bank)).find(({ name }) => name === error.facts.who)
    if (funder === undefined || funder.kind === 'client') throw error
    return funder.name
  }
}

/** The meeting as it would stand, once who asks may and it is within the bank's rules. */
export async function bookable(tx: Tx, asked: BookCoaching): Promise<NewMeeting> {
  const { id, business: which, startsAt, minutes, mode, place, escorted } = asked
  const { business, coach, keeps, owns } = await standingTo(tx, which)
  if (asked.clientCovers !== undefined && !owns) refuse('coaching.ownersCover')
  const day = startsAt.toZonedDateTimeISO(asked.zone).toPlainDate()
  const daysAhead = tx.now.until(startsAt).total('hours') / 24
  if (daysAhead > limits.bookDaysMax) refuse('coaching.tooFar')
  if (daysAhead < -daysBackMax && tx.scope.door !== 'house') refuse('coaching.tooLate', { days: daysBackMax })
  const { partnership, coach: who } = coach ?? refuse('coaching.noCoach')
  const allotment = (await livingAllotment(tx, which, day)) ?? refuse('coaching.noHours')
  // Held from here on, so that of two at once the second counts the first.
  const books = await openBooks(tx, allotment.bank, { holder: which })
  const { bank } = books
  if (billableMinutes(bank, minutes) !== minutes) refuse('coaching.steps', { step: bank.stepMinutes, least: bank.minutesMin })
  if (!(keeps && tx.scope.door === 'house')) {
    await mustFit(tx, { business: which, coach: who, bank: bank.id, id, day, minutes }, Number(-balanceIn(books, 'planned')))
  }

  const { organisation, programme } = business
  const of = { organisation, programme, bank: bank.id, business: which, allotment: allotment.id, partnership, coach: who }
  return { ...of, id, startsAt, day, minutes, mode, place, escorted, grouping: null, groupMinutes: null }
}

type InWeek = { business: string; coach: string; bank: string; id: string; day: Temporal.PlainDate; minutes: number }

async function mustFit(tx: Tx, { business, coach, bank, id, day, minutes }: InWeek, planned: number): Promise<void> {
  const terms = await termsOf(tx, bank)
  const before = await minutesInWeek(tx, { business, coach, week: weekOf(day), besides: id })
  if (before.business + minutes > terms.hoursAWeekMax * 60) refuse('coaching.weekFull', { max: terms.hoursAWeekMax })
  if (before.coach + minutes > terms.coachHoursAWeekMax * 60) refuse('coaching.coachWeekFull', { max: terms.coachHoursAWeekMax })
  const ofCoach = await minutesOfCoach(tx, { bank, coach, besides: id })
  if ((ofCoach + minutes) * 100 > planned * terms.coachPercentMax) refuse('coaching.coachFull', { percent: terms.coachPercentMax })
}
