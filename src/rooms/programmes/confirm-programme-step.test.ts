import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { confirmProgrammeStep } from './confirm-programme-step.ts'
import { givenProgramme, refusedWith } from './programmes.testing.ts'
import { programmeStanding } from './step-reads.ts'

const house = await testHouse()

test('A step is confirmed once, with who and when; the same again changes nothing.', async () => {
  const { id, coordinator, keeper } = await givenProgramme(house)
  const confirm = () =>
    house.writeAs(coordinator, (tx) => confirmProgrammeStep(tx, { programme: id, stage: 'design', criterion: 'budget' }))
  await confirm()
  await confirm()
  const standing = await house.read((db) => programmeStanding(db, id))
  assert.deepEqual(
    standing?.steps.map(({ criterion, by }) => [criterion, by]),
    [['budget', keeper.id]],
  )
  assert.equal((await house.news('programme.step-confirmed')).filter(({ subject }) => subject === id).length, 1)
})

test('What the stage does not ask, a stage that is not now, and a stranger’s word are refused.', async () => {
  const { id, coordinator, organisation } = await givenProgramme(house)
  const confirm = (stage: string, criterion: string, scope = coordinator) =>
    refusedWith(house.writeAs(scope, (tx) => confirmProgrammeStep(tx, { programme: id, stage, criterion })))
  assert.equal(await confirm('design', 'party'), 'Missing')
  assert.equal(await confirm('recruit', 'both-languages'), 'programmes.stageLeft')
  assert.equal(await confirm('design', 'budget', (await givenPerson(house, organisation)).scope), 'Missing')
})
