import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { latestBy } from './growth.ts'
import { rateGoal } from './rate-goal.ts'
import { findGoal, ratingsOf } from './reads.ts'

const house = await testHouse()

test('Either says how far a goal is, as often as they like; the latest of each stands, and all that was said stays.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal()
  await pair.rated('mentee', goal, -2)
  await pair.rated('mentor', goal, 0)
  house.setNow(house.now().add({ hours: 24 }).toString())
  const rating = { id: newId(), goal, value: 1 as const }
  for (const _twice of [1, 2]) await pair.by('mentee', (tx) => rateGoal(tx, rating))
  const found = await reading(house, pair.mentor)((db) => findGoal(db, goal))
  assert.equal(latestBy(found?.ratings ?? [], pair.mentee.id)?.value, 1)
  assert.equal(latestBy(found?.ratings ?? [], pair.mentor.id)?.value, 0)
  const all = await reading(house, pair.mentor)((db) => ratingsOf(db, goal))
  assert.deepEqual(
    all.map(({ value }) => value),
    [1, 0, -2],
  )
})

test('A goal of a pair that has ended is rated no more; one of another pair is not there.', async () => {
  const [pair, other] = [await givenGrown(house), await givenGrown(house)]
  const goal = await pair.goal()
  assert.equal(await refusedWith(other.rated('mentor', goal, 1)), 'Missing')
  await pair.over()
  assert.equal(await refusedWith(pair.rated('mentor', goal, 1)), 'growth.over')
})
