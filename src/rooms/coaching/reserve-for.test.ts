import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findEntry } from '#hours/reads'
import { testHouse } from '#testing/house'
import { booked, givenCoaching, meetingAt } from './coaching.testing.ts'

const house = await testHouse()

test('The journal knows a meeting by its id and the business by its code: no name, no place, nothing of what is said.', async () => {
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  const { reservation } = await meetingAt(house, meeting)
  const entry = await house.read((db) => findEntry(db, reservation ?? ''))
  assert.deepEqual([entry?.cause, entry?.reference, entry?.reason], [`coaching:${meeting}`, given.code, ''])
})
