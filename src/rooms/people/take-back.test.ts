import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { imported, sheetOf } from './import.testing.ts'
import { myAttributes, takenBack, toldAttributes } from './people-reads.ts'
import { takeBack } from './take-back.ts'
import { tellAttributes } from './tell-attributes.ts'

const house = await testHouse()

test('One thing is taken back and the rest stays: its row is gone, and one says that it was taken back; twice is once.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house))
  const told = { gender: 'woman', ethnicity: 'Hazara' }
  await house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told }))
  for (const _twice of [1, 2]) await house.writeAs(person.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'gender' }))
  assert.deepEqual(await house.database.read(person.scope, (db) => myAttributes(db, person.id)), { ethnicity: 'Hazara' })
  const back = await house.database.read(person.scope, (db) => takenBack(db, person.id))
  assert.deepEqual(
    back.map(({ attribute }) => attribute),
    ['gender'],
  )
  assert.equal((await house.news('attributes.told')).filter(({ subject }) => subject === person.id).length, 2)
})

test('What was never told is not taken back, and says nothing.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house))
  await house.writeAs(person.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'gender' }))
  assert.deepEqual(await house.database.read(person.scope, (db) => takenBack(db, person.id)), [])
})

test('What a sheet told is taken back by its person, and no sheet tells it again; nobody else takes it back.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const person = await givenPerson(house, keeper.organisation, { fullName: 'Somebody' })
  const sheet = (word: string) =>
    imported(
      house,
      keeper,
      sheetOf([
        ['Person code', 'Full name', 'Gender'],
        [person.code, 'Somebody', word],
      ]),
    )
  const rows = () => house.database.read(person.scope, (db) => toldAttributes(db, person.id))
  await sheet('woman')
  await assert.rejects(
    house.writeAs(keeper.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'gender' })),
    Missing,
  )
  assert.equal((await rows()).length, 1)
  await house.writeAs(person.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'gender' }))
  await sheet('man')
  assert.deepEqual(await rows(), [])
})
