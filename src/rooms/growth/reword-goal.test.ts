import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, meanwhile, newId, reading } from './growth.testing.ts'
import { findGoal, versionsOf } from './reads.ts'
import { rewordGoal } from './reword-goal.ts'

const house = await testHouse()
const worded = (goal: string, version: number, text: string, id = newId()) => ({ id, goal, version, text, shownBy: null })

test('A changed text is a new version with who and when; the old one stays; the same form twice is one change.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('First')
  const change = worded(goal, 1, 'Second')
  for (const _twice of [1, 2]) await pair.by('mentor', (tx) => rewordGoal(tx, change))
  await pair.by('mentee', (tx) => rewordGoal(tx, worded(goal, 2, 'Second')))
  const versions = await reading(house, pair.mentee)((db) => versionsOf(db, { id: goal, partnership: pair.id }))
  assert.deepEqual(
    versions.map(({ version, text, by }) => [version, text, by]),
    [
      [2, 'Second', pair.mentor.id],
      [1, 'First', pair.mentee.id],
    ],
  )
  assert.equal((await house.news('goal.reworded')).length, 1)
})

test('Who wrote against a text that is no longer the latest is refused, and the latest stays.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('First')
  await pair.by('mentor', (tx) => rewordGoal(tx, worded(goal, 1, 'Of the mentor')))
  assert.equal(await refusedWith(pair.by('mentee', (tx) => rewordGoal(tx, worded(goal, 1, 'Of the mentee')))), 'growth.reworded')
  const found = await reading(house, pair.mentee)((db) => findGoal(db, goal))
  assert.deepEqual([found?.text, found?.version], ['Of the mentor', 2])
})

test('Of two who change it at the same moment one is kept and one is told.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('First')
  const second = () => refusedWith(pair.by('mentee', (tx) => rewordGoal(tx, worded(goal, 1, 'Of the mentee'))))
  assert.equal(await meanwhile(pair, 'mentor', (tx) => rewordGoal(tx, worded(goal, 1, 'Of the mentor')), second), 'growth.reworded')
  assert.equal((await reading(house, pair.mentor)((db) => versionsOf(db, { id: goal, partnership: pair.id })))[0]?.text, 'Of the mentor')
})

test('A text is not written against a version that never was.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('First')
  assert.equal(await refusedWith(pair.by('mentee', (tx) => rewordGoal(tx, worded(goal, 7, 'Of nowhere')))), 'growth.reworded')
})
