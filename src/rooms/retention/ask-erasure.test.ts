import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { askErasure } from './ask-erasure.ts'
import { eraseDue } from './erase-person.ts'
import { standingWish } from './reads.ts'
import { takeBackErasure } from './take-back-erasure.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const administrator = await givenKeeper(house, organisation, 'administrator')
const ask = (scope: typeof administrator.scope, person: string, code: string) =>
  house.writeAs(scope, (tx) => askErasure(tx, { id: tx.newId(), person, code }))
const refusedAs = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason
const nameOf = async (id: string) =>
  (await house.read((db) => db.selectFrom('people').select('fullName').where('id', '=', id).executeTakeFirstOrThrow())).fullName

test('Who asks is erased seven days later, and not before; asked twice is asked once.', async () => {
  const person = await givenPerson(house, organisation, { fullName: 'Shukria' })
  await ask(person.scope, person.id, person.code.toLowerCase())
  const wish = await house.database.read(person.scope, (db) => standingWish(db, person.id))
  await ask(person.scope, person.id, person.code)
  assert.deepEqual(await house.database.read(person.scope, (db) => standingWish(db, person.id)), wish)
  assert.equal(String(wish?.dueAt), '2026-11-30T08:00:00Z')

  house.setNow('2026-11-30T07:59:59Z')
  await house.write(eraseDue)
  assert.equal(await nameOf(person.id), 'Shukria')
  house.setNow('2026-11-30T08:00:00Z')
  await house.write(eraseDue)
  assert.equal(await nameOf(person.id), '—')
})

test('Another code than the person’s own is refused, and nothing is noted.', async () => {
  const person = await givenPerson(house, organisation)
  await assert.rejects(ask(person.scope, person.id, 'T-other'), refusedAs('retention.otherCode'))
  assert.equal(await house.read((db) => standingWish(db, person.id)), undefined)
})

test('An administrator may ask it for somebody; a coordinator, a colleague and another house’s administrator may not.', async () => {
  const person = await givenPerson(house, organisation)
  const others = [
    await givenKeeper(house, organisation),
    await givenPerson(house, organisation),
    await givenKeeper(house, await givenOrganisation(house), 'administrator'),
  ]
  for (const other of others) await assert.rejects(ask(other.scope, person.id, person.code), Missing)
  await ask(administrator.scope, person.id, person.code)
  assert.ok(await house.read((db) => standingWish(db, person.id)))
})

test('The last administrator cannot be erased before there is another.', async () => {
  await assert.rejects(ask(administrator.scope, administrator.id, administrator.code), refusedAs('people.lastAdministrator'))
  await givenKeeper(house, organisation, 'administrator')
  await ask(administrator.scope, administrator.id, administrator.code)
  await house.writeAs(administrator.scope, (tx) => takeBackErasure(tx, { person: administrator.id }))
})
