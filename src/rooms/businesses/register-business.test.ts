import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenBusiness, givenParticulars } from './businesses.testing.ts'
import { businessesOf, businessesOfOwner, findBusiness } from './reads.ts'
import { changeBusiness, registerBusiness } from './register-business.ts'

const house = await testHouse()
const { newId } = realHands

test('A business is registered with its owners, once; without a code it gets the next one.', async () => {
  const programme = await givenProgramme(house)
  const owner = await givenPerson(house, programme.organisation)
  const id = newId()
  const asked = {
    id,
    programme: programme.id,
    code: null,
    ...givenParticulars({ owners: [{ person: owner.id, name: 'Zahra', adult: true }] }),
  }
  for (const _twice of [1, 2]) await house.writeAs(programme.coordinator, (tx) => registerBusiness(tx, asked))
  const [business] = await house.read((db) => businessesOf(db, programme.id, { rowsMax: 10 }))
  assert.deepEqual([business?.code, business?.name, business?.trainings], ['B01', 'Zahra Tailoring', [{ package: 'SYB', year: 2025 }]])
  const seen = await house.database.read(owner.scope, (db) => businessesOfOwner(db, owner.id))
  assert.deepEqual(
    seen.map((one) => one.id),
    [id],
    'its owner sees it',
  )
})

test('A code stands for one business of a programme.', async () => {
  const programme = await givenProgramme(house)
  const { code } = await givenBusiness(house, programme)
  const again = { id: newId(), programme: programme.id, code, ...givenParticulars() }
  await assert.rejects(
    house.writeAs(programme.coordinator, (tx) => registerBusiness(tx, again)),
    refused('businesses.codeTaken', { code }),
  )
})

test('What is known is changed against what was read: who comes second is told.', async () => {
  const programme = await givenProgramme(house)
  const { id } = await givenBusiness(house, programme)
  const change = (name: string) =>
    house.writeAs(programme.coordinator, (tx) => changeBusiness(tx, { business: id, version: 1, ...givenParticulars({ name }) }))
  await change('Zahra & Sons')
  await change('Zahra & Sons')
  await assert.rejects(change('Another'), refused('businesses.changed'))
  assert.deepEqual((await house.read((db) => findBusiness(db, id)))?.version, 2)
})

test('Nobody but its owners, their coach and its coordinators sees it; who does not coordinate registers none.', async () => {
  const programme = await givenProgramme(house)
  const { id } = await givenBusiness(house, programme)
  const stranger = await givenPerson(house, programme.organisation)
  assert.equal(await house.database.read(stranger.scope, (db) => findBusiness(db, id)), undefined)
  const asked = { id: newId(), programme: programme.id, code: null, ...givenParticulars() }
  await assert.rejects(
    house.writeAs(stranger.scope, (tx) => registerBusiness(tx, asked)),
    { name: 'Missing' },
  )
})
