import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { imported, sheetOf } from './import.testing.ts'
import { myAttributes } from './people-reads.ts'
import type { Attribute } from './person.ts'
import { tellAttributes } from './tell-attributes.ts'

const house = await testHouse()
const nothing: Record<Attribute, string | null> = { gender: null, ethnicity: null, birthYear: null, disability: null, identity: null }
const tell = (who: GivenPerson, told: Partial<Record<Attribute, string | null>>) =>
  house.writeAs(who.scope, (tx) => tellAttributes(tx, { person: who.id, told: { ...nothing, ...told } }))
const read = (by: GivenPerson, whose: GivenPerson) => house.database.read(by.scope, (db) => myAttributes(db, whose.id))
const sheetSaying = (code: string, gender: string) =>
  sheetOf([
    ['Person code', 'Full name', 'Gender'],
    [code, 'Somebody', gender],
  ])

test('What a person tells is theirs to read, and neither the coordinator nor the house reads it.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const person = await givenPerson(house, keeper.organisation)
  await tell(person, { gender: 'woman', birthYear: '۱۳۶۴' })
  assert.deepEqual(await read(person, person), { gender: 'woman', birthYear: '1985' })
  assert.deepEqual(await read(keeper, person), {})
  assert.deepEqual(await house.read((db) => myAttributes(db, person.id)), {})
})

test('What is taken back is gone, and no sheet tells it again; told again by the person, it stands.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const person = await givenPerson(house, keeper.organisation, { fullName: 'Somebody' })
  await imported(house, keeper, sheetSaying(person.code, 'woman'))
  assert.deepEqual(await read(person, person), { gender: 'woman' })
  await tell(person, {})
  assert.deepEqual(await read(person, person), {})
  await imported(house, keeper, sheetSaying(person.code, 'man'))
  assert.deepEqual(await read(person, person), {})
  await tell(person, { gender: 'non-binary' })
  assert.deepEqual(await read(person, person), { gender: 'non-binary' })
  await imported(house, keeper, sheetSaying(person.code, 'man'))
  assert.deepEqual(await read(person, person), { gender: 'non-binary' })
})

test('What a person says as the sheet said it is their own word, which no sheet changes.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const person = await givenPerson(house, keeper.organisation, { fullName: 'Somebody' })
  await imported(house, keeper, sheetSaying(person.code, 'woman'))
  await tell(person, { gender: 'woman' })
  await imported(house, keeper, sheetSaying(person.code, 'man'))
  assert.deepEqual(await read(person, person), { gender: 'woman' })
})

test('“Prefer not to say” takes back, and telling the same again leaves no news.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house))
  const news = async () => (await house.news('attributes.told')).filter(({ subject }) => subject === person.id)
  await tell(person, { gender: 'woman', identity: 'first at university' })
  await tell(person, { gender: 'woman', identity: 'first at university' })
  assert.equal((await news()).length, 1)
  await tell(person, { gender: 'prefer not to say', identity: 'first at university' })
  assert.deepEqual(await read(person, person), { identity: 'first at university' })
  assert.deepEqual(
    (await news()).map(({ facts }) => facts),
    [{}, {}],
  )
})

test('A year that is none is refused, and what was told stays.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house))
  await tell(person, { birthYear: '1985' })
  for (const year of ['85', '2025', 'nineteen']) {
    await assert.rejects(tell(person, { birthYear: year }), (error: unknown) => error instanceof Refusal)
  }
  assert.deepEqual(await read(person, person), { birthYear: '1985' })
})

test('Nobody tells for another, a coordinator included.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const person = await givenPerson(house, keeper.organisation)
  const telling = house.writeAs(keeper.scope, (tx) => tellAttributes(tx, { person: person.id, told: { ...nothing, gender: 'man' } }))
  await assert.rejects(telling, Missing)
  assert.deepEqual(await read(person, person), {})
})
