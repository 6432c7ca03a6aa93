import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { topics } from '#people/topics'
import { testHouse } from '#testing/house'
import { givenDraft, givenMentor, sent } from './asks.testing.ts'
import { changeTopicsForm } from './change-topics.form.ts'
import { changeTopics } from './change-topics.ts'
import { findAsk, peopleToAsk } from './reads.ts'

const house = await testHouse()

test('The asker says what is meant, and others are chosen by it.', async () => {
  const given = await givenDraft(house, 1)
  const pricing = await givenMentor(house, given.programme, { canHelpWith: ['pricing'] })
  await house.writeAs(given.asker.scope, (tx) => changeTopics(tx, { ask: given.id, topics: ['pricing'] }))
  assert.deepEqual((await house.read((db) => findAsk(db, given.id)))?.topics, ['pricing'])
  assert.deepEqual(
    (await house.read((db) => peopleToAsk(db, given.id))).map(({ person }) => person),
    [pricing.id],
  )
})

test('Nobody else changes it, and nothing is changed once it is sent, past the verb either.', async () => {
  const given = await givenDraft(house, 1)
  const [mentor] = given.mentors
  const change = (scope = given.asker.scope) => house.writeAs(scope, (tx) => changeTopics(tx, { ask: given.id, topics: ['pricing'] }))
  await assert.rejects(change(mentor?.scope), Missing)
  await sent(house, given)
  await assert.rejects(change(mentor?.scope), Missing, 'nor who is asked')
  assert.equal(await refusedWith(change()), 'asks.sent')
  const past = house.writeAs(given.asker.scope, (tx) => tx.deleteFrom('askTopics').where('ask', '=', given.id).execute())
  await assert.rejects(past, { constraint: 'ask_sent' })
})

test('One topic at least, five at most, each of our list; ticked and chosen twice is once.', () => {
  const ask = '019ab000-0000-7000-8000-000000000000'
  const keyOf = (values: Parameters<typeof changeTopicsForm>[0]) => {
    const read = changeTopicsForm({ ask, ...values })
    return 'slips' in read ? read.slips[0]?.key : read.input.topics
  }
  assert.equal(keyOf({}), 'slip.ask.topics')
  assert.equal(keyOf({ topics: topics.slice(0, 5), other: topics[5] ?? '' }), 'slip.ask.topics-max')
  assert.equal(keyOf({ other: 'bee keeping' }), 'slip.stale')
  assert.deepEqual(keyOf({ topics: 'pricing', other: 'pricing' }), ['pricing'])
})
