import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { placesOf } from './meeting-reads.ts'
import { type GivenMeeting, givenMeeting } from './meetings.testing.ts'
import { sayPlace } from './say-place.ts'

const house = await testHouse()
const placesBy = ({ id: partnership, meeting, mentor }: GivenMeeting) =>
  house.database.read(mentor.scope, (db) => placesOf(db, { id: meeting, partnership, ask: null }))
const placeBy = async (given: GivenMeeting) => (await placesBy(given)).at(-1)

test('A place is said, said otherwise, and taken back; the same again is no news.', async () => {
  const given = await givenMeeting(house)
  const { meeting, mentee } = given
  for (const place of ['https://meet.example.org/a', 'https://meet.example.org/a', null]) {
    await house.writeAs(mentee.scope, (tx) => sayPlace(tx, { meeting, place }))
  }
  assert.deepEqual(await placesBy(given), ['Room 4', 'https://meet.example.org/a', null])
  assert.equal(await placeBy(given), null)
})

test('Both say a place at once: each is kept, and neither meets an error.', async () => {
  const given = await givenMeeting(house, null)
  const { meeting, mentor, mentee } = given
  const said = ['Room 1', 'Room 2', 'Room 3', 'Room 5']
  await Promise.all(
    said.map((place, nth) => house.writeAs(nth % 2 === 0 ? mentor.scope : mentee.scope, (tx) => sayPlace(tx, { meeting, place }))),
  )
  assert.deepEqual((await placesBy(given)).map(String).toSorted(), said)
})

test('While they meet the place may still change; of a meeting that is over, or that others have, it is not said.', async () => {
  const [given, other] = [await givenMeeting(house), await givenMeeting(house)]
  const say = (scope = given.mentee.scope) =>
    house.writeAs(scope, (tx) => sayPlace(tx, { meeting: given.meeting, place: 'https://meet.example.org/b' }))
  for (const scope of [other.mentee.scope, given.programme.coordinator]) assert.equal(await refusedWith(say(scope)), 'Missing')
  house.setNow('2026-11-25T10:05:00Z')
  await say()
  assert.equal(await placeBy(given), 'https://meet.example.org/b')
  house.setNow('2026-11-25T10:45:00Z')
  assert.equal(await refusedWith(say()), 'meetings.begun')
})
