import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { confirmStep } from './confirm-step.ts'
import { givenPair, refusedWith } from './pairs.testing.ts'
import { briefed, givenAgreed, givenUnderWay, roadOf } from './stages.testing.ts'

const house = await testHouse()
const step = { stage: 'induct', criterion: 'briefed' }

test('What both must confirm waits for the second; the same again changes nothing.', async () => {
  const pair = await givenAgreed(house)
  const confirm = () => house.writeAs(pair.mentor.scope, (tx) => confirmStep(tx, { partnership: pair.id, ...step }))
  await confirm()
  await confirm()
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun'])
  await briefed(house, pair)
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met'])
  await confirm()
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met'], 'the form sent again after the stage was left')
})

test('What either may confirm is enough from one.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  await house.writeAs(mentee.scope, (tx) => confirmStep(tx, { partnership: id, stage: 'active', criterion: 'closing' }))
  assert.equal((await roadOf(house, id)).at(-1), 'close met')
  const late = house.writeAs(mentor.scope, (tx) => confirmStep(tx, { partnership: id, stage: 'active', criterion: 'closing' }))
  assert.equal(await refusedWith(late), 'partnerships.stageLeft')
})

test('The coordinator does not confirm for the two, nor anybody a step that is none; nobody else finds the pair.', async () => {
  const { id, programme, mentor } = await givenAgreed(house)
  const other = await givenPair(house)
  const as = (scope: typeof mentor.scope, given: Partial<typeof step> = {}) =>
    refusedWith(house.writeAs(scope, (tx) => confirmStep(tx, { partnership: id, ...step, ...given })))
  assert.equal(await as(programme.coordinator), 'Missing')
  assert.equal(await as(mentor.scope, { criterion: 'nothing' }), 'Missing')
  assert.equal(await as(mentor.scope, { stage: 'nowhere' }), 'Missing')
  assert.equal(await as(other.mentor.scope), 'Missing')
})
