import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { bringPathway } from './bring-pathway.ts'
import { confirmEnrolmentStep } from './confirm-enrolment-step.ts'
import { enrol } from './enrol.ts'
import { pathwayOfKey } from './pathways.ts'
import { enrolmentRows, givenProgramme, refusedWith } from './programmes.testing.ts'
import { heldBack, stepsOfEnrolment } from './step-reads.ts'
import { withdraw } from './withdraw.ts'

const house = await testHouse()

async function givenEnrolled() {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  const asked = { programme: programme.id, person: person.id, side: 'mentee' as const }
  await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id: tx.newId(), ...asked }))
  const enrolment = (await enrolmentRows(house, programme.id))[0]?.id ?? assert.fail()
  const confirm = (scope: Scope, criterion: string) =>
    house.writeAs(scope, (tx) => confirmEnrolmentStep(tx, { enrolment, stage: 'screen', criterion }))
  return { programme, person, enrolment, confirm }
}

test('A person says what is theirs to say, the coordinator what is theirs; neither speaks for the other.', async () => {
  const { programme, person, enrolment, confirm } = await givenEnrolled()
  await confirm(person.scope, 'code-of-conduct')
  await confirm(programme.coordinator, 'identity')
  await confirm(programme.coordinator, 'identity')
  assert.equal(await refusedWith(confirm(person.scope, 'identity')), 'Missing')
  assert.equal(await refusedWith(confirm(programme.coordinator, 'conflicts')), 'Missing')
  assert.equal(await refusedWith(confirm((await givenPerson(house, programme.organisation)).scope, 'conflicts')), 'Missing')
  const steps = await house.read((db) => stepsOfEnrolment(db, enrolment))
  assert.deepEqual(steps.map(({ criterion, by }) => [criterion, by]).toSorted(), [
    ['code-of-conduct', person.id],
    ['identity', programme.keeper.id],
  ])
})

test('Who has left confirms nothing more.', async () => {
  const { person, enrolment, confirm } = await givenEnrolled()
  await house.writeAs(person.scope, (tx) => withdraw(tx, { enrolment }))
  assert.equal(await refusedWith(confirm(person.scope, 'code-of-conduct')), 'programmes.withdrawn')
})

test('Nobody is held back by what is only asked; by what a pathway demands, until it is confirmed.', async () => {
  const { programme, person, enrolment, confirm } = await givenEnrolled()
  const held = () => house.read((db) => heldBack(db, programme.id))
  assert.equal((await held()).size, 0)
  const strict = structuredClone(pathwayOfKey('mentoring') ?? assert.fail())
  for (const stage of strict.stages) {
    if (stage.of === 'person')
      for (const one of stage.leave) one.level = one.what === 'confirmed' && one.key === 'conflicts' ? 'must' : 'may'
  }
  const file = new Blob([JSON.stringify(strict)])
  await house.writeAs(programme.coordinator, (tx) => bringPathway(tx, { programme: programme.id, version: 1, file }))
  assert.deepEqual([...(await held())], [enrolment])
  await confirm(person.scope, 'conflicts')
  assert.equal((await held()).size, 0)
})
