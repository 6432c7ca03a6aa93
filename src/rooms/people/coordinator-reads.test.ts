import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { coordinatorsOf } from './coordinator-reads.ts'

const house = await testHouse()

test('Who coordinates the programme or its organisation is told; an administrator where nobody does, and nobody whose role ended.', async () => {
  const organisation = await givenOrganisation(house)
  const programme = '019ab000-0000-7000-8000-000000000000'
  const administrator = await givenKeeper(house, organisation, 'administrator')
  const all = () => house.read((db) => coordinatorsOf(db, { programme, organisation }))
  assert.deepEqual(await all(), [administrator.id])
  const coordinator = await givenKeeper(house, organisation)
  const own = await givenPerson(house, organisation)
  const role = await house.write(async (tx) => {
    const id = tx.newId()
    await tx.insertInto('roles').values({ id, person: own.id, role: 'coordinator', organisation, programme, givenAt: tx.now }).execute()
    return id
  })
  assert.deepEqual((await all()).sort(), [coordinator.id, own.id].sort())
  await house.write((tx) => tx.insertInto('roleEnds').values({ role, at: tx.now }).execute())
  assert.deepEqual(await all(), [coordinator.id])
  await givenKeeper(house, await givenOrganisation(house))
  assert.deepEqual(await all(), [coordinator.id])
})
