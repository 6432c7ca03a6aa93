import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { milestonesOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import type { Happened } from './meeting.ts'
import { givenMeeting, newId, standing } from './meetings.testing.ts'
import { sayWhetherMet } from './say-whether-met.ts'

const house = await testHouse()
const tell = async (scope: Parameters<typeof house.writeAs>[0], meeting: string, happened: Happened, minutes: number | null = null) => {
  const id = await newId(house)
  return house.writeAs(scope, (tx) => sayWhetherMet(tx, { id, meeting, happened, minutes }))
}
const held = async (id: string) =>
  (await house.read((db) => milestonesOf(db, id))).filter(({ milestone }) => milestone === 'meeting-held').length

test('That they met counts once, as soon as one says so; where the other says otherwise both stand, and it still counts once.', async () => {
  const { id, meeting, mentor, mentee } = await givenMeeting(house)
  house.setNow('2026-11-25T12:00:00Z')
  await tell(mentor.scope, meeting, 'met')
  assert.deepEqual([await standing(house, meeting), await held(id)], ['held', 1])
  await tell(mentee.scope, meeting, 'met', 60)
  assert.deepEqual([await standing(house, meeting), await held(id)], ['differs', 1])
  house.setNow('2026-11-25T13:00:00Z')
  await tell(mentee.scope, meeting, 'met', 45)
  assert.deepEqual([await standing(house, meeting), await held(id)], ['held', 1])
})

test('Who did not come is said as it was, and nothing counts; said otherwise later, the newest of that side stands.', async () => {
  const { id, meeting, mentee } = await givenMeeting(house)
  house.setNow('2026-11-25T12:00:00Z')
  await tell(mentee.scope, meeting, 'absent-host')
  assert.deepEqual([await standing(house, meeting), await held(id)], ['not-held', 0])
  house.setNow('2026-11-25T13:00:00Z')
  await tell(mentee.scope, meeting, 'met', 20)
  assert.deepEqual([await standing(house, meeting), await held(id)], ['held', 1])
})

test('Before it begins nothing is told; a cancelled one is not told of, unless they met all the same.', async () => {
  const { meeting, mentor, programme } = await givenMeeting(house)
  assert.equal(await refusedWith(tell(mentor.scope, meeting, 'met')), 'meetings.notYet')
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  house.setNow('2026-11-25T12:00:00Z')
  await tell(mentor.scope, meeting, 'moved')
  assert.equal(await standing(house, meeting), 'cancelled')
  await tell(mentor.scope, meeting, 'met', 30)
  assert.equal(await standing(house, meeting), 'held')
  assert.equal(await refusedWith(tell(programme.coordinator, meeting, 'met')), 'Missing')
})
