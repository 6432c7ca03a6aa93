import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenCoaching } from '#coaching/coaching.testing'
import { coachingOf } from '#coaching/reads'
import type { Tx } from '#ground/db'
import { refused } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { bringMeeting } from './bring-meeting.ts'

const house = await testHouse()
const at = (tx: Tx, now: Temporal.Instant): Tx => ({ ...tx, now })
const meeting = {
  code: 'S001',
  business: 'B01',
  coach: 'C01',
  date: Temporal.PlainDate.from('2026-11-25'),
  mode: 'phone',
  plannedMinutes: 60,
} as const

test('A meeting that was held comes in logged, confirmed on paper under its code, and paid; one that was not, ended as it was.', async () => {
  const given = await givenCoaching(house)
  const bring = (facts: { status: 'completed' | 'noShowCoach'; actualMinutes: number }) =>
    house.write((tx) => bringMeeting(tx, at, { meeting: { ...meeting, ...facts }, business: given.business, zone: 'Asia/Kabul' }))
  await bring({ status: 'completed', actualMinutes: 52 })
  await bring({ status: 'noShowCoach', actualMinutes: 0 })
  const meetings = await house.read((db) => coachingOf(db, given.business))
  const held = meetings.find(({ end }) => end === null)
  assert.deepEqual([held?.confirmation?.how, held?.spend?.minutes, held?.log?.minutes], ['paper', 45, 52])
  assert.deepEqual(
    meetings.flatMap(({ end }) => (end ? [end.kind] : [])),
    ['noShowCoach'],
  )
})

test('What the rules refuse is refused with the meeting’s code.', async () => {
  const given = await givenCoaching(house)
  const long = { ...meeting, plannedMinutes: 70, actualMinutes: 70, status: 'completed' } as const
  const bring = house.write((tx) => bringMeeting(tx, at, { meeting: long, business: given.business, zone: 'Asia/Kabul' }))
  await assert.rejects(bring, refused('handover.meeting', { code: 'S001', why: 'coaching.steps' }))
})
