import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { planMeetingForm, readClock } from './meetings.form.ts'
import { asItEnds, local, meetingOf, newId, start } from './meetings.testing.ts'
import { planMeeting } from './plan-meeting.ts'

const house = await testHouse()
const typed = { id: '019ab000-0000-7000-8000-000000000000', partnership: '019ab000-0000-7000-8000-000000000001', zone: 'Asia/Kabul' }
const slipsOf = (values: Record<string, string>) => {
  const read = planMeetingForm({ ...typed, day: '1 December 2026', clock: '10:00', minutes: '45', ...values })
  return 'slips' in read ? read.slips.map(({ field, key }) => `${field} ${key}`) : []
}

test('A time agreed on elsewhere is planned for both; in a pair of others it is not.', async () => {
  house.setNow(start)
  const [pair, other] = [await givenUnderWay(house), await givenUnderWay(house)]
  const id = await newId(house)
  const asked = { id, partnership: pair.id, local: local('2026-12-01T10:00'), zone: 'Asia/Kabul', minutes: 45, place: null }
  assert.equal(await refusedWith(house.writeAs(other.mentor.scope, (tx) => planMeeting(tx, asked))), 'Missing')
  await house.writeAs(pair.mentee.scope, (tx) => planMeeting(tx, asked))
  assert.equal((await meetingOf(house, id, pair.mentor.scope))?.startsAt.toString(), '2026-12-01T05:30:00Z')
})

test('Hours, days and minutes are read as people write them; what is none is named at its field.', () => {
  assert.deepEqual(
    ['14:30', '۹:۰۵', '9', '24:00', '12:60', 'noon', ''].map((text) => readClock(text)?.toString() ?? null),
    ['14:30:00', '09:05:00', '09:00:00', null, null, null, null],
  )
  assert.deepEqual(slipsOf({}), [])
  assert.deepEqual(slipsOf({ day: '۱۰ قوس ۱۴۰۵', clock: '۱۰:۰۰', minutes: '۴۵' }), [])
  assert.deepEqual(slipsOf({ minutes: '1500' }), ['minutes slip.whole'], 'a meeting of 25 hours')
  assert.deepEqual(slipsOf({ day: 'soon', clock: '25:00' }), ['day slip.date', 'clock slip.meetings.clock'])
  assert.deepEqual(slipsOf({ zone: 'Mars/Olympus' }), ['zone slip.meetings.zone'])
  assert.deepEqual(slipsOf({ zone: 'Asia/Calcutta' }), [], 'an older name of a zone is still its name')
})

test('Who plans while the partnership ends is refused: nothing stays to come in what has ended.', async () => {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const id = await newId(house)
  const asked = { id, partnership: pair.id, local: local('2026-12-01T10:00'), zone: 'UTC', minutes: 45, place: null }
  const plan = () => house.writeAs(pair.mentor.scope, (tx) => planMeeting(tx, asked))
  assert.equal(await asItEnds(house, pair, plan), 'meetings.over')
  assert.equal(await meetingOf(house, id), undefined)
})
