import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, reading } from './growth.testing.ts'
import { limits } from './growth.ts'
import { keepGoal } from './keep-goal.ts'
import { goalsOf } from './reads.ts'

const house = await testHouse()

test('A goal let go of makes room for another, and is taken up again where there is room; said twice is said once.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('The first')
  for (let count = 1; count < limits.goalsMax; count += 1) await pair.goal(`Goal ${count}`)
  for (const _twice of [1, 2]) await pair.by('mentor', (tx) => keepGoal(tx, { goal, state: 'dropped' }))
  assert.equal((await house.news('goal.dropped')).length, 1)
  const last = await pair.goal('In its place')
  assert.equal(await refusedWith(pair.by('mentee', (tx) => keepGoal(tx, { goal, state: 'kept' }))), 'growth.goalsFull')
  await pair.by('mentee', (tx) => keepGoal(tx, { goal: last, state: 'dropped' }))
  await pair.by('mentee', (tx) => keepGoal(tx, { goal, state: 'kept' }))
  const goals = await reading(house, pair.mentee)((db) => goalsOf(db, pair.id))
  assert.deepEqual(
    goals.filter(({ kept }) => !kept).map(({ text }) => text),
    ['In its place'],
  )
})
