import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { giveRole } from './give-role.ts'
import { rolesIn } from './role-reads.ts'

const house = await testHouse()

test('An administrator makes coordinators and administrators; who is one already stays one, with one role.', async () => {
  const administrator = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const { organisation } = administrator
  const person = await givenPerson(house, organisation)
  const give = (role: 'coordinator' | 'administrator') =>
    house.writeAs(administrator.scope, (tx) => giveRole(tx, { id: tx.newId(), person: person.id, role }))
  await Promise.all([give('coordinator'), give('coordinator'), give('administrator')])
  const roles = (await house.read((db) => rolesIn(db, organisation))).filter((role) => role.person === person.id)
  assert.deepEqual(roles.map(({ role }) => role).sort(), ['administrator', 'coordinator'])
  assert.equal((await house.news('role.given')).length, 2)
})

test('A coordinator gives no role, and nobody gives one to a person of another organisation.', async () => {
  const administrator = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const coordinator = await givenKeeper(house, administrator.organisation)
  const stranger = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const person = await givenPerson(house, administrator.organisation)
  for (const { scope } of [coordinator, stranger, person]) {
    const giving = house.writeAs(scope, (tx) => giveRole(tx, { id: tx.newId(), person: person.id, role: 'administrator' }))
    await assert.rejects(giving, Missing)
  }
  assert.equal((await house.read((db) => rolesIn(db, administrator.organisation))).length, 2)
})
