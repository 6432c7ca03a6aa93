import { setTimeout } from 'node:timers/promises'
import type { Scope, Tx } from '#ground/db'
import { endPartnership } from '#partnerships/end-partnership'
import { type GivenPair, refusedWith } from '#partnerships/pairs.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import type { TestHouse } from '#testing/house'
import { arrangeMeeting } from './arrange-meeting.ts'
import { type Meeting, stateOf } from './meeting.ts'
import { findMeeting } from './meeting-reads.ts'
import { offerTimes } from './offer-times.ts'
import { setRhythm } from './set-rhythm.ts'

export const start = '2026-11-23T08:00:00Z'
export const local = (text: string) => Temporal.PlainDateTime.from(text)
export const at = (text: string) => Temporal.Instant.from(text)

export const newId = (house: TestHouse) => house.write(async (tx) => tx.newId())

export type GivenMeeting = GivenPair & { meeting: string }

/** A pair under way with a meeting on 25 November at 10:00 UTC, 45 minutes, in a place. */
export async function givenMeeting(house: TestHouse, place: string | null = 'Room 4'): Promise<GivenMeeting> {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  return { ...pair, meeting: await arranged(house, pair, at('2026-11-25T10:00:00Z'), place) }
}

export async function arranged(
  house: TestHouse,
  pair: GivenPair,
  startsAt: Temporal.Instant,
  place: string | null = null,
): Promise<string> {
  const { id: partnership, programme, mentor, mentee } = pair
  const id = await newId(house)
  const of = { partnership, ask: null, organisation: programme.organisation, programme: programme.id, host: mentor.id, guest: mentee.id }
  await house.writeAs(mentor.scope, (tx) => arrangeMeeting(tx, { ...of, id, startsAt, zone: 'UTC', minutes: 45, place }))
  return id
}

export async function meetingOf(house: TestHouse, id: string, scope?: Scope): Promise<Meeting | undefined> {
  return scope ? house.database.read(scope, (db) => findMeeting(db, id)) : house.read((db) => findMeeting(db, id))
}

export async function standing(house: TestHouse, id: string): Promise<string | undefined> {
  const meeting = await meetingOf(house, id)
  return meeting && stateOf(meeting, house.now())
}

/** The mentor offers the mentee two times in December. */
export async function givenOffer(house: TestHouse): Promise<GivenPair & { offer: string }> {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const offer = await newId(house)
  const times = ['2026-12-10T10:00', '2026-12-11T15:00'].map((text) => ({ local: local(text), zone: 'UTC' }))
  await house.writeAs(pair.mentor.scope, (tx) => offerTimes(tx, { id: offer, partnership: pair.id, minutes: 45, times }))
  return { ...pair, offer }
}

/** A rhythm every three weeks on Tuesdays at ten, on the wall of Rome, from 1 December on. */
export async function givenRhythm(house: TestHouse): Promise<GivenPair & { rhythm: string }> {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const rhythm = await newId(house)
  const said = { local: local('2026-12-01T10:00'), zone: 'Europe/Rome', everyWeeks: 3, minutes: 45 }
  await house.writeAs(pair.mentor.scope, (tx) => setRhythm(tx, { id: rhythm, partnership: pair.id, ...said }))
  return { ...pair, rhythm }
}

export const lettersTo = (house: TestHouse, about: string, kind: string) =>
  house.read((db) =>
    db
      .selectFrom('mails')
      .leftJoin('mailCalendars', 'mailCalendars.mail', 'mails.id')
      .select(['mails.id', 'recipient', 'address', 'version', 'title', 'body', 'language', 'mailCalendars.words as calendar'])
      .where('about', '=', about)
      .where('kind', '=', kind)
      .orderBy('mails.id')
      .execute(),
  )

/** Begins a deed while another is written and not yet kept, so that it reads what was before; its refusal, or 'done'. */
export async function meanwhile(house: TestHouse, other: (tx: Tx) => Promise<unknown>, deed: () => Promise<unknown>): Promise<string> {
  let outcome: Promise<string> | undefined
  await house.write(async (tx) => {
    await other(tx)
    const begun = deed()
    outcome = refusedWith(begun).catch(() => begun.then(() => 'done'))
    await setTimeout(200)
  })
  return outcome ?? 'not begun'
}

export const asItEnds = (house: TestHouse, { id }: GivenPair, deed: () => Promise<unknown>) =>
  meanwhile(house, (tx) => endPartnership(tx, { partnership: id, reason: 'no-fault' }), deed)
