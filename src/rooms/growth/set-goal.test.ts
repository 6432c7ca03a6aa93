import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPair, refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, meanwhile, newId, reading } from './growth.testing.ts'
import { limits } from './growth.ts'
import { goalsOf } from './reads.ts'
import { setGoal } from './set-goal.ts'

const house = await testHouse()

test('Both read a goal that one set, whose it is, and what would show it; the same form twice is one goal.', async () => {
  const pair = await givenGrown(house)
  const id = await pair.goal('Lead the meeting')
  await pair.goal('Lead the meeting', 'mentee', id)
  for (const side of [pair.mentor, pair.mentee]) {
    const goals = await reading(house, side)((db) => goalsOf(db, pair.id))
    assert.deepEqual(
      goals.map(({ text, shownBy, ofPerson, version, kept, wordedBy }) => [text, shownBy, ofPerson, version, kept, wordedBy]),
      [['Lead the meeting', 'I do it alone', pair.mentee.id, 1, true, pair.mentee.id]],
    )
  }
  const [news, ...more] = await house.news('goal.set')
  assert.deepEqual(
    [news?.subject, news?.programme, news?.facts, more.length],
    [id, pair.programme.id, {}, 0],
    'the diary says no word of it',
  )
})

test('A pair works towards five goals at a time, also when two are set at once.', async () => {
  const pair = await givenGrown(house)
  for (let count = 1; count < limits.goalsMax; count += 1) await pair.goal(`Goal ${count}`)
  const last = { id: newId(), partnership: pair.id, text: 'The last', shownBy: null, of: 'both' as const }
  const second = () => refusedWith(pair.goal('One more'))
  assert.equal(await meanwhile(pair, 'mentor', (tx) => setGoal(tx, last), second), 'growth.goalsFull')
  assert.equal(await refusedWith(pair.goal('Too many')), 'growth.goalsFull')
  assert.equal((await reading(house, pair.mentor)((db) => goalsOf(db, pair.id))).length, limits.goalsMax)
})

test('Before both have said yes there is nothing to set a goal in; after the end nothing is added, and all is read.', async () => {
  const { id: partnership, mentee } = await givenPair(house)
  const goal = { id: newId(), partnership, text: 'Early', shownBy: null, of: 'both' as const }
  assert.equal(await refusedWith(house.writeAs(mentee.scope, (tx) => setGoal(tx, goal))), 'Missing')
  const pair = await givenGrown(house)
  await pair.goal()
  await pair.over()
  assert.equal(await refusedWith(pair.goal('Late')), 'growth.over')
  assert.equal((await reading(house, pair.mentee)((db) => goalsOf(db, pair.id))).length, 1)
})
