import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { imported, sheetOf } from './import.testing.ts'
import { countPeople } from './people-reads.ts'
import { profilesOf } from './profile-reads.ts'
import { registerPerson } from './register-person.ts'

const house = await testHouse()
const given = async () => givenKeeper(house, await givenOrganisation(house))
const refusedAs = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('A person is added with what is known, and the news names nobody.', async () => {
  const keeper = await given()
  const { organisation } = keeper
  const profile = { fullName: 'شکریه', code: 'A7', email: 'Shukria@Example.org', grade: 'P4', gradeLevel: 10 }
  const { id } = await house.writeAs(keeper.scope, (tx) => registerPerson(tx, { organisation, profile }))
  const kept = (await house.read((db) => profilesOf(db, [id]))).get(id)
  assert.deepEqual(
    [kept?.fullName, kept?.code, kept?.email, kept?.grade, kept?.freeHours],
    ['شکریه', 'A7', 'Shukria@Example.org', 'P4', null],
  )
  assert.equal(await house.read((db) => countPeople(db, organisation, 'shukria@example.org')), 1)
  const news = (await house.news('person.registered')).find(({ subject }) => subject === id)
  assert.deepEqual([news?.organisation, news?.facts], [organisation, {}])
})

test('The same form twice adds one person.', async () => {
  const keeper = await given()
  const { organisation } = keeper
  const id = crypto.randomUUID()
  const add = () =>
    house.writeAs(keeper.scope, (tx) => registerPerson(tx, { id, organisation, profile: { fullName: 'Ana', code: 'TWICE' } }))
  assert.deepEqual(await Promise.all([add(), add()]), [{ id }, { id }])
  assert.equal(await house.read((db) => countPeople(db, organisation, 'TWICE')), 1)
})

test('A code that names somebody is refused in any case; in another organisation it is free.', async () => {
  const [keeper, other] = [await given(), await given()]
  await givenPerson(house, keeper.organisation, { code: 'HR-12' })
  const add = (who: typeof keeper) =>
    house.writeAs(who.scope, (tx) => registerPerson(tx, { organisation: who.organisation, profile: { fullName: 'Bo', code: 'hr-12' } }))
  await assert.rejects(add(keeper), refusedAs('people.codeTaken'))
  await add(other)
})

test('Of eight who take a free code at once, in any case, one has it, and the others are told.', async () => {
  const keeper = await given()
  const { organisation } = keeper
  const add = (code: string) => house.writeAs(keeper.scope, (tx) => registerPerson(tx, { organisation, profile: { fullName: 'Bo', code } }))
  const ended = await Promise.allSettled(['RACE', 'race', 'Race', 'rAce', 'RACE', 'race', 'Race', 'rAce'].map(add))
  const told = ended.filter((one) => one.status === 'rejected' && refusedAs('people.codeTaken')(one.reason))
  assert.equal(told.length, 7)
  assert.equal(await house.read((db) => countPeople(db, organisation, 'race')), 1)
})

test('Whoever was added without a code is found again by a sheet with the same name and address.', async () => {
  const keeper = await given()
  const { organisation } = keeper
  await house.writeAs(keeper.scope, (tx) => registerPerson(tx, { organisation, profile: { fullName: 'Ana Lim', email: 'ana@un.org' } }))
  const sheet = sheetOf([
    ['Person code', 'Full name', 'E-mail'],
    ['HR-77', 'Ana Lim', 'ana@un.org'],
  ])
  const counts = await imported(house, keeper, sheet)
  assert.deepEqual([counts.fresh, counts.changed], [0, 1])
})

test('Nobody adds people to an organisation that they do not keep.', async () => {
  const keeper = await given()
  const strangers = [await given(), await givenPerson(house, keeper.organisation)]
  for (const { scope } of strangers) {
    const adding = house.writeAs(scope, (tx) => registerPerson(tx, { organisation: keeper.organisation, profile: { fullName: 'Eve' } }))
    await assert.rejects(adding, Missing)
  }
})
