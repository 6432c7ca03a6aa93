import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#ground/db'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { givenMeeting, meanwhile, standing } from './meetings.testing.ts'

const house = await testHouse()

test('Either of the two cancels, once; the coordinator does not, and nobody cancels what is over.', async () => {
  const { meeting, mentor, mentee, programme } = await givenMeeting(house)
  const cancel = (scope: typeof mentor.scope) => house.writeAs(scope, (tx) => cancelMeeting(tx, { meeting }))
  assert.equal(await refusedWith(cancel(programme.coordinator)), 'Missing')
  await cancel(mentee.scope)
  await cancel(mentor.scope)
  assert.equal(await standing(house, meeting), 'cancelled')
  assert.equal((await house.news('meeting.cancelled')).filter(({ subject }) => subject === meeting).length, 1)
  const over = await givenMeeting(house)
  house.setNow('2026-11-25T11:00:00Z')
  assert.equal(await refusedWith(house.writeAs(over.mentor.scope, (tx) => cancelMeeting(tx, { meeting: over.meeting }))), 'meetings.begun')
})

test('Who cancels it while the other does is answered as if they had, and it is told once.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  const cancel = (tx: Tx) => cancelMeeting({ ...tx, by: mentor.id, scope: mentor.scope }, { meeting })
  assert.equal(await meanwhile(house, cancel, () => house.writeAs(mentee.scope, (tx) => cancelMeeting(tx, { meeting }))), 'done')
  assert.equal((await house.news('meeting.cancelled')).filter(({ subject }) => subject === meeting).length, 1)
})
