import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, reading } from './growth.testing.ts'
import { markStep } from './mark-step.ts'
import { closedNextSteps, openNextSteps } from './reads.ts'

const house = await testHouse()

test('Either says that a step is done, let go of, or open after all; the latest counts, and said twice is said once.', async () => {
  const pair = await givenGrown(house)
  const step = await pair.step('mentee', '2026-12-02')
  const read = reading(house, pair.mentee)
  for (const _twice of [1, 2]) await pair.by('mentor', (tx) => markStep(tx, { step, state: 'done' }))
  assert.equal((await house.news('next-step.done')).length, 1)
  assert.deepEqual(
    [(await read((db) => openNextSteps(db, pair.id))).length, (await read((db) => closedNextSteps(db, pair.id))).length],
    [0, 1],
  )
  await pair.by('mentee', (tx) => markStep(tx, { step, state: 'open' }))
  assert.equal((await read((db) => openNextSteps(db, pair.id)))[0]?.id, step)
  await pair.by('mentee', (tx) => markStep(tx, { step, state: 'dropped' }))
  assert.equal((await read((db) => closedNextSteps(db, pair.id)))[0]?.state, 'dropped')
})

test('A step of another pair is not there, and one of a pair that has ended stays as it is.', async () => {
  const [pair, other] = [await givenGrown(house), await givenGrown(house)]
  const step = await pair.step('mentee', '2026-12-02')
  assert.equal(await refusedWith(other.by('mentor', (tx) => markStep(tx, { step, state: 'done' }))), 'Missing')
  await pair.over()
  assert.equal(await refusedWith(pair.by('mentee', (tx) => markStep(tx, { step, state: 'done' }))), 'growth.over')
})
