import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coordinating, givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { growthFigures } from './figures.ts'
import { givenGrown, reading } from './growth.testing.ts'
import { keepGoal } from './keep-goal.ts'

const house = await testHouse()

test('A coordinator counts the goals of each pair under way and how many are rated; one let go of is not counted.', async () => {
  const pair = await givenGrown(house)
  const [rated, dropped] = [await pair.goal('One'), await pair.goal('Two')]
  await pair.goal('Three')
  await pair.rated('mentor', rated, 0)
  await pair.rated('mentee', rated, 1)
  await pair.by('mentee', (tx) => keepGoal(tx, { goal: dropped, state: 'dropped' }))
  const asked = { scope: pair.programme.coordinator }
  const figures = await reading(house, asked)((db) => growthFigures(db, pair.programme.id))
  assert.deepEqual(figures, { pairs: [{ partnership: pair.id, goals: 2, rated: 1 }], pairsWithGoals: 1, goals: 2, rated: 1 })
  await pair.over()
  assert.deepEqual((await reading(house, asked)((db) => growthFigures(db, pair.programme.id))).pairs, [])
})

test('Who coordinates another programme, and the two themselves, are not told.', async () => {
  const pair = await givenGrown(house)
  const other = await givenKeeper(house, await givenOrganisation(house))
  for (const scope of [coordinating(other, pair.id), pair.mentor.scope]) {
    await assert.rejects(
      reading(house, { scope })((db) => growthFigures(db, pair.programme.id)),
      /not yours to count/,
    )
  }
})
