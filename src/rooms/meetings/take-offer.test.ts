import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { refusedWith } from '#partnerships/pairs.testing'
import { milestonesOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { meetingsOf } from './meeting-reads.ts'
import { asItEnds, givenOffer, meetingOf } from './meetings.testing.ts'
import { takeOffer } from './take-offer.ts'

const house = await testHouse()

test('The other takes one: that is the meeting, planned for both; the same taking again changes nothing.', async () => {
  const { id, offer, mentee } = await givenOffer(house)
  for (let times = 0; times < 2; times += 1) await house.writeAs(mentee.scope, (tx) => takeOffer(tx, { offer, nth: 2 }))
  assert.equal((await meetingOf(house, offer, mentee.scope))?.startsAt.toString(), '2026-12-11T15:00:00Z')
  assert.equal((await house.read((db) => meetingsOf(db, id))).length, 1)
  assert.ok((await house.read((db) => milestonesOf(db, id))).some(({ milestone }) => milestone === 'first-meeting-planned'))
})

test('Of two takings at once, of two times, one holds; the other is told.', async () => {
  const { id, offer, mentee } = await givenOffer(house)
  const taken = await Promise.allSettled([1, 2].map((nth) => house.writeAs(mentee.scope, (tx) => takeOffer(tx, { offer, nth }))))
  assert.deepEqual(taken.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await house.read((db) => meetingsOf(db, id))).length, 1)
})

test('One’s own offer is for the other; a time that has passed, or is none, is not taken; nor after the end, nor by others.', async () => {
  const { id, offer, mentor, mentee } = await givenOffer(house)
  const other = await givenOffer(house)
  const take = (scope: typeof mentor.scope, nth = 1) => refusedWith(house.writeAs(scope, (tx) => takeOffer(tx, { offer, nth })))
  assert.equal(await take(mentor.scope), 'meetings.ownOffer')
  assert.equal(await take(mentee.scope, 3), 'Missing')
  assert.equal(await take(other.mentee.scope), 'Missing')
  house.setNow('2026-12-10T11:00:00Z')
  assert.equal(await take(mentee.scope), 'meetings.past')
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'no-fault' }))
  assert.equal(await take(mentee.scope, 2), 'meetings.over')
})

test('Who takes a time while the partnership ends is refused, and there is no meeting.', async () => {
  const pair = await givenOffer(house)
  const take = () => house.writeAs(pair.mentee.scope, (tx) => takeOffer(tx, { offer: pair.offer, nth: 1 }))
  assert.equal(await asItEnds(house, pair, take), 'meetings.over')
  assert.equal(await meetingOf(house, pair.offer), undefined)
})
