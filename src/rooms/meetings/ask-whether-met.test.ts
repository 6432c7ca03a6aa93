import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeHold } from '#partnerships/place-hold'
import { testHouse } from '#testing/house'
import { askWhetherMet } from './ask-whether-met.ts'
import { givenMeeting, lettersTo, newId } from './meetings.testing.ts'
import { sayWhetherMet } from './say-whether-met.ts'

const house = await testHouse()
const askedOn = async (instant: string, meeting: string) => {
  house.setNow(instant)
  await house.write(askWhetherMet)
  return (await lettersTo(house, meeting, 'meeting.met')).length
}

test('Each of the two is asked three hours after, and once more after three days; never a third time.', async () => {
  const { meeting } = await givenMeeting(house)
  assert.equal(await askedOn('2026-11-25T13:44:00Z', meeting), 0)
  assert.equal(await askedOn('2026-11-25T13:45:00Z', meeting), 2)
  assert.equal(await askedOn('2026-11-26T13:45:00Z', meeting), 2)
  assert.equal(await askedOn('2026-11-28T10:45:00Z', meeting), 4)
  assert.equal(await askedOn('2026-12-10T10:45:00Z', meeting), 4)
})

test('Who has told is not asked, nor anybody whose partnership rests.', async () => {
  const [told, resting] = [await givenMeeting(house), await givenMeeting(house)]
  house.setNow('2026-11-25T12:00:00Z')
  const id = await newId(house)
  await house.writeAs(told.mentor.scope, (tx) => sayWhetherMet(tx, { id, meeting: told.meeting, happened: 'met', minutes: 45 }))
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: resting.id, kind: 'paused', until: null }))
  assert.equal(await askedOn('2026-11-25T14:00:00Z', told.meeting), 1)
  assert.equal(await askedOn('2026-11-25T14:00:00Z', resting.meeting), 0)
})

test('Two questions never come within a day, even where the worker was away.', async () => {
  const { meeting } = await givenMeeting(house)
  assert.equal(await askedOn('2026-11-29T10:45:00Z', meeting), 2)
  assert.equal(await askedOn('2026-11-29T11:15:00Z', meeting), 2)
  assert.equal(await askedOn('2026-11-30T10:45:00Z', meeting), 4)
})
