import { givenBusiness } from '#businesses/businesses.testing'
import { decideBusiness } from '#businesses/decide-business'
import { recordFigures } from '#businesses/record-figures'
import { realHands } from '#ground/chance'
import { fund, type GivenBank, givenBank } from '#hours/hours.testing'
import type { OpenBank } from '#hours/open-bank'
import { accept } from '#partnerships/accept'
import { type GivenProgramme, type GivenSide, givenSide, proposed } from '#partnerships/pairs.testing'
import type { TestHouse } from '#testing/house'
import { allotHours } from './allot-hours.ts'
import { type BookCoaching, bookCoaching } from './book-coaching.ts'
import type { Meeting } from './coaching.ts'
import { type LogCoaching, logCoaching } from './log-coaching.ts'
import { findCoaching } from './reads.ts'

const { newId } = realHands

export type GivenClient = { business: string; code: string; coach: GivenSide; owner: GivenSide; partnership: string }
export type GivenCoaching = GivenBank & GivenClient & { programme: GivenProgramme }

/** The pilot's bank with money in it, in Kabul, where hours are counted from Saturday. */
export async function givenFundedBank(
  house: TestHouse,
  facts: Partial<OpenBank> = {},
  money = { donor: 50_000, chamber: 50_000, budget: 10_000 },
) {
  const given = await givenBank(house, facts)
  await fund(house, given, money)
  const { programme: id, organisation, name } = given.bank
  const programme: GivenProgramme = { id, organisation, name, keeper: given.keeper, coordinator: given.coordinator }
  return { ...given, programme }
}

/** A business that may be coached: eligible, measured, its owner paired with a coach; without hours yet. */
export async function givenClient(
  house: TestHouse,
  programme: GivenProgramme,
  facts: { coach?: GivenSide; minutes?: number } = {},
): Promise<GivenClient> {
  const coach = facts.coach ?? (await givenSide(house, programme, 'mentor', { capacity: 6 }))
  const owner = await givenSide(house, programme, 'mentee')
  const partnership = await proposed(house, programme, coach, owner)
  for (const { scope } of [coach, owner]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
  const { id: business, code } = await givenBusiness(house, programme, { owners: [{ person: owner.id, name: 'Zahra', adult: true }] })
  await house.writeAs(programme.coordinator, (tx) => decideBusiness(tx, { id: newId(), business, decision: 'eligible', reason: '' }))
  await house.writeAs(programme.coordinator, (tx) =>
    recordFigures(tx, {
      ...{ id: newId(), business, month: Temporal.PlainDate.from('2026-01-01'), sales: 100n, costs: 50n, profit: 50n, customers: 3 },
      ...{ workers: 2, women: 1, practice: 8, cashBook: true, known: 'record' },
    }),
  )
  const { minutes = 1200 } = facts
  if (minutes > 0) await house.writeAs(programme.coordinator, (tx) => allotHours(tx, { id: newId(), business, minutes }))
  return { business, code, coach, owner, partnership }
}

/** A funded bank with one client of twenty hours. */
export async function givenCoaching(house: TestHouse, facts: Partial<OpenBank> = {}): Promise<GivenCoaching> {
  const bank = await givenFundedBank(house, facts)
  return { ...bank, ...(await givenClient(house, bank.programme)) }
}

/** The test clock stands at 08:00 UTC on 23 November 2026: a meeting in two days at nine in Kabul. */
export const soon = Temporal.Instant.from('2026-11-25T04:30:00Z')

export async function booked(
  house: TestHouse,
  client: Pick<GivenClient, 'business' | 'coach'>,
  facts: Partial<BookCoaching> & { by?: GivenSide } = {},
): Promise<string> {
  const { by = client.coach, ...rest } = facts
  const id = newId()
  const { business } = client
  const asked: BookCoaching = {
    ...{ id, business, startsAt: soon, zone: 'Asia/Kabul', minutes: 60, mode: 'in-person', place: 'business', escorted: false },
    ...rest,
  }
  await house.writeAs(by.scope, (tx) => bookCoaching(tx, asked))
  return asked.id
}

export const logOf = (meeting: string, facts: Partial<LogCoaching> = {}): LogCoaching => ({
  ...{ id: newId(), meeting, day: Temporal.PlainDate.from('2026-11-25'), zone: 'Asia/Kabul', minutes: 60, mode: 'in-person' },
  ...{ place: 'business', topics: ['budgeting'], present: ['owner'], outage: false, nextStep: 'Write the cash book' },
  ...facts,
})

/** The same day, an hour after it was to begin. */
export function afterwards(house: TestHouse): void {
  house.setNow('2026-11-25T06:00:00Z')
}

/** Booked, held and logged; nobody has confirmed. */
export async function logged(house: TestHouse, client: GivenClient, facts: Partial<LogCoaching> = {}): Promise<string> {
  house.setNow('2026-11-23T08:00:00Z')
  const meeting = await booked(house, client)
  afterwards(house)
  await house.writeAs(client.coach.scope, (tx) => logCoaching(tx, logOf(meeting, facts)))
  return meeting
}

export async function meetingAt(house: TestHouse, id: string): Promise<Meeting> {
  const meeting = await house.read((db) => findCoaching(db, id))
  if (!meeting) throw new Error('no such meeting')
  return meeting
}
