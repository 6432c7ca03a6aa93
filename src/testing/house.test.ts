import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation, givenPerson } from './given.ts'
import { testHouse } from './house.ts'

const house = await testHouse()

test('A keeper sees the people of the own organisation, and nobody of another.', async () => {
  const ours = await givenOrganisation(house)
  const theirs = await givenOrganisation(house)
  const keeper = await givenKeeper(house, ours)
  const stranger = await givenPerson(house, theirs)
  const seen = await house.database.read(keeper.scope, (db) => db.selectFrom('people').select('id').execute())
  assert.ok(seen.some((row) => row.id === keeper.id))
  assert.ok(!seen.some((row) => row.id === stranger.id))
})
