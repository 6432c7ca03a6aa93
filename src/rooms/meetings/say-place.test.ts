import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { placeOf, placesOf } from './meeting-reads.ts'
import { givenMeeting } from './meetings.testing.ts'
import { sayPlace } from './say-place.ts'

const house = await testHouse()

test('A place is said, said otherwise, and taken back; the same again is no news.', async () => {
  const { meeting, mentee } = await givenMeeting(house)
  for (const place of ['https://meet.example.org/a', 'https://meet.example.org/a', null]) {
    await house.writeAs(mentee.scope, (tx) => sayPlace(tx, { meeting, place }))
  }
  assert.deepEqual(await house.read((db) => placesOf(db, meeting)), ['Room 4', 'https://meet.example.org/a', null])
  assert.equal(await house.read((db) => placeOf(db, meeting)), null)
})
