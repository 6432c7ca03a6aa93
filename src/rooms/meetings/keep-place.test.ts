import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { keepPlace } from './keep-place.ts'
import { placesOf } from './meeting-reads.ts'
import { givenMeeting } from './meetings.testing.ts'

const house = await testHouse()

test('Where two meet is in no row in clear; the two read it, the house does not.', async () => {
  const place = 'https://meet.example.org/quokka-77'
  const { id: partnership, meeting: id, mentor, mentee } = await givenMeeting(house, null)
  const meeting = { id, partnership, ask: null }
  await house.writeAs(mentor.scope, (tx) => keepPlace(tx, meeting, place))
  await assertNowhere(house.databaseName, ['quokka-77'])
  assert.deepEqual(await house.database.read(mentee.scope, (db) => placesOf(db, meeting)), [place])
  assert.deepEqual(await house.read((db) => placesOf(db, meeting)), [null])
})
