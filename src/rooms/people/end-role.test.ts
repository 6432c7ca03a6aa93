import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'
import { rolesIn } from './role-reads.ts'

const house = await testHouse()
const given = async () => givenKeeper(house, await givenOrganisation(house), 'administrator')
const rolesOf = (organisation: string) => house.read((db) => rolesIn(db, organisation))
const isLast = (error: unknown) => error instanceof Refusal && error.reason === 'people.lastAdministrator'
const end = (who: GivenPerson, role: string) => house.writeAs(who.scope, (tx) => endRole(tx, { role }))

async function roleOf(who: GivenPerson): Promise<string> {
  const role = (await rolesOf(who.organisation)).find(({ person }) => person === who.id)
  assert.ok(role)
  return role.id
}

/** The person with the role, as a request would see them. */
async function promoted(by: GivenPerson, role: 'administrator' | 'coordinator'): Promise<GivenPerson> {
  const person = await givenPerson(house, by.organisation)
  await house.writeAs(by.scope, (tx) => giveRole(tx, { id: tx.newId(), person: person.id, role }))
  return { ...person, scope: { ...person.scope, organisations: [by.organisation] } }
}

test('A role ends once; ended again, it stays ended and leaves no second news.', async () => {
  const administrator = await given()
  const coordinator = await promoted(administrator, 'coordinator')
  const role = await roleOf(coordinator)
  assert.deepEqual(await end(administrator, role), { person: coordinator.id })
  await end(administrator, role)
  assert.deepEqual(
    (await rolesOf(administrator.organisation)).map(({ person }) => person),
    [administrator.id],
  )
  assert.equal((await house.news('role.ended')).filter(({ subject }) => subject === role).length, 1)
})

test('The last administrator stays; when there are two, one may go.', async () => {
  const first = await given()
  await promoted(first, 'coordinator')
  await assert.rejects(end(first, await roleOf(first)), isLast)
  const second = await promoted(first, 'administrator')
  await end(second, await roleOf(first))
  await assert.rejects(end(second, await roleOf(second)), isLast)
})

test('Of administrators who all end each other at once, one is left, every time.', async () => {
  for (let time = 0; time < 5; time++) {
    const first = await given()
    const all = [first, await promoted(first, 'administrator'), await promoted(first, 'administrator')]
    const roles = await Promise.all(all.map(roleOf))
    const ended = await Promise.allSettled(roles.map((role) => house.write((tx) => endRole(tx, { role }))))
    assert.equal((await rolesOf(first.organisation)).length, 1)
    assert.equal(ended.filter((one) => one.status === 'rejected' && isLast(one.reason)).length, 1)
  }
})

test('Coordinators, other organisations and whoever was an administrator end no role.', async () => {
  const administrator = await given()
  const [coordinator, former] = [await promoted(administrator, 'coordinator'), await promoted(administrator, 'administrator')]
  const role = await roleOf(coordinator)
  await end(administrator, await roleOf(former))
  for (const stranger of [coordinator, former, await given(), await givenPerson(house, administrator.organisation)]) {
    await assert.rejects(end(stranger, role), Missing)
  }
})
