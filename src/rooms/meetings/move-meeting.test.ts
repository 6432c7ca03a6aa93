import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#ground/db'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { givenMeeting, local, meanwhile, meetingOf } from './meetings.testing.ts'
import { moveMeeting } from './move-meeting.ts'

const house = await testHouse()
const to = (text: string) => ({ local: local(text), zone: 'UTC', minutes: 45 })

test('Moved, a meeting has another time; the same form again, or from an older page, moves it no further.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  const move = (scope: typeof mentor.scope, nth: number, text: string) =>
    house.writeAs(scope, (tx) => moveMeeting(tx, { meeting, nth, ...to(text) }))
  await move(mentee.scope, 1, '2026-11-26T10:00')
  await move(mentee.scope, 1, '2026-11-26T10:00')
  await move(mentor.scope, 1, '2026-11-27T10:00')
  const found = await meetingOf(house, meeting)
  assert.deepEqual([found?.nth, found?.startsAt.toString()], [2, '2026-11-26T10:00:00Z'])
  assert.equal((await house.news('meeting.moved')).filter(({ subject }) => subject === meeting).length, 1)
})

test('What is cancelled or has begun is not moved, nor by anybody else, nor into the past.', async () => {
  const [cancelled, begun] = [await givenMeeting(house), await givenMeeting(house)]
  const move = (given: typeof begun, scope = given.mentor.scope, text = '2026-12-26T10:00') =>
    refusedWith(house.writeAs(scope, (tx) => moveMeeting(tx, { meeting: given.meeting, nth: 1, ...to(text) })))
  await house.writeAs(cancelled.mentor.scope, (tx) => cancelMeeting(tx, { meeting: cancelled.meeting }))
  assert.equal(await move(cancelled), 'meetings.cancelled')
  assert.equal(await move(begun, cancelled.mentor.scope), 'Missing')
  assert.equal(await move(begun, begun.mentor.scope, '2026-11-01T10:00'), 'meetings.past')
  house.setNow('2026-11-25T11:00:00Z')
  assert.equal(await move(begun), 'meetings.begun')
})

test('Two who move it at once, from the same page, move it once; neither meets an error.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  const texts = ['2026-11-26T10:00', '2026-11-27T10:00', '2026-11-28T10:00', '2026-11-29T10:00']
  await Promise.all(
    texts.map((text, nth) =>
      house.writeAs(nth % 2 === 0 ? mentor.scope : mentee.scope, (tx) => moveMeeting(tx, { meeting, nth: 1, ...to(text) })),
    ),
  )
  assert.equal((await meetingOf(house, meeting))?.nth, 2)
  assert.equal((await house.news('meeting.moved')).filter(({ subject }) => subject === meeting).length, 1)
})

test('Who moves it while the other cancels is told that it was cancelled.', async () => {
  const given = await givenMeeting(house)
  const { meeting, mentor, mentee } = given
  const move = () => house.writeAs(mentee.scope, (tx) => moveMeeting(tx, { meeting, nth: 1, ...to('2026-11-26T10:00') }))
  const cancel = (tx: Tx) => cancelMeeting({ ...tx, by: mentor.id, scope: mentor.scope }, { meeting })
  assert.equal(await meanwhile(house, cancel, move), 'meetings.cancelled')
})

test('From its first minute on it is neither moved nor cancelled, but told of.', async () => {
  const { meeting, mentor } = await givenMeeting(house)
  house.setNow('2026-11-25T10:00:00Z')
  const move = { meeting, nth: 1, ...to('2026-11-26T10:00') }
  assert.equal(await refusedWith(house.writeAs(mentor.scope, (tx) => moveMeeting(tx, move))), 'meetings.begun')
  assert.equal(await refusedWith(house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))), 'meetings.begun')
})
