import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { reachMilestone } from './reach-milestone.ts'
import { milestonesOf } from './stage-reads.ts'
import { briefed, givenAgreed, givenUnderWay, roadOf } from './stages.testing.ts'

const house = await testHouse()
type Reached = Parameters<typeof reachMilestone>[1]
const reach = (reached: Reached) => house.write((tx) => reachMilestone(tx, reached))

test('A stage is left by itself once its exit list is met, and not before.', async () => {
  const pair = await givenAgreed(house)
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun'])
  await briefed(house, pair)
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met'])
  await reach({ partnership: pair.id, milestone: 'meeting-held', cause: 'first' })
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met'])
  await reach({ partnership: pair.id, milestone: 'agreement-signed', cause: 'v1' })
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met', 'active met'])
})

test('What came early counts when its stage comes.', async () => {
  const pair = await givenAgreed(house)
  await reach({ partnership: pair.id, milestone: 'agreement-signed', cause: 'v1' })
  await briefed(house, pair)
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met', 'active met'])
})

test('The same thing reaches a milestone once, even many times at once.', async () => {
  const { id } = await givenUnderWay(house)
  const once: Reached = { partnership: id, milestone: 'meeting-held', cause: 'one meeting' }
  await Promise.all(Array.from({ length: 6 }, () => reach(once)))
  const held = (await house.read((db) => milestonesOf(db, id))).filter(({ milestone }) => milestone === 'meeting-held')
  assert.equal(held.length, 1)
})

test('Both closings answered, the follow-up comes, and the partnership is completed.', async () => {
  const { id, mentor } = await givenUnderWay(house)
  const { confirmStep } = await import('./confirm-step.ts')
  await house.writeAs(mentor.scope, (tx) => confirmStep(tx, { partnership: id, stage: 'active', criterion: 'closing' }))
  for (const cause of ['mentor', 'mentee']) await reach({ partnership: id, milestone: 'closing-answered', cause })
  assert.deepEqual((await roadOf(house, id)).slice(-2), ['close met', 'follow-up met'])
  const [ended] = (await house.news('partnership.ended')).filter(({ subject }) => subject === id)
  assert.deepEqual(ended?.facts, { reason: 'completed' })
})
