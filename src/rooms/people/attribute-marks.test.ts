import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { findKeys, keysFor } from '#ground/content-keys'
import { assertNowhere } from '#testing/canary'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { marksOf } from './attribute-marks.ts'
import { imported, sheetOf, uploaded } from './import.testing.ts'
import { myAttributes } from './people-reads.ts'
import type { Attribute } from './person.ts'
import { tellAttributes } from './tell-attributes.ts'

const house = await testHouse()
const nothing: Record<Attribute, string | null> = { gender: null, ethnicity: null, birthYear: null, disability: null, identity: null }
const share = (one: string, other: string) => one.split(',').some((mark) => other.split(',').includes(mark))

async function givenKeys() {
  const organisation = await givenOrganisation(house)
  const person = await givenPerson(house, organisation)
  return house.writeAs(person.scope, (tx) => keysFor(tx, { kind: 'attributes', id: organisation }))
}

test('The same word has the same mark, whatever its case and script’s letters; another word, attribute or organisation another.', async () => {
  const keys = await givenKeys()
  assert.equal(marksOf(keys, 'gender', 'Woman'), marksOf(keys, 'gender', ' woman '))
  assert.equal(marksOf(keys, 'ethnicity', 'هزاره‌ي'), marksOf(keys, 'ethnicity', 'هزاره‌ی'))
  assert.ok(share(marksOf(keys, 'ethnicity', 'Hazara, Pashtun'), marksOf(keys, 'ethnicity', 'pashtun؛ Tajik')))
  assert.ok(!share(marksOf(keys, 'gender', 'woman'), marksOf(keys, 'gender', 'man')))
  assert.ok(!share(marksOf(keys, 'gender', 'none'), marksOf(keys, 'disability', 'none')))
  assert.ok(!share(marksOf(keys, 'gender', 'woman'), marksOf(await givenKeys(), 'gender', 'woman')))
})

test('Years less than fifteen apart share a mark, and others none.', async () => {
  const keys = await givenKeys()
  for (let apart = 0; apart < 40; apart += 1) {
    assert.equal(share(marksOf(keys, 'birthYear', '1960'), marksOf(keys, 'birthYear', String(1960 + apart))), apart < 15, `${apart} years`)
  }
})

test('What people tell and what sheets say of them is in no row in clear, not in the sheet that is kept either.', async () => {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation)
  const person = await givenPerson(house, organisation)
  const words = ['Genderfluid-88', 'کوچی‌زاده']
  await house.writeAs(person.scope, (tx) =>
    tellAttributes(tx, { person: person.id, told: { ...nothing, gender: words[0] ?? '', ethnicity: words[1] ?? '' } }),
  )
  const sheet = sheetOf([
    ['Person code', 'Full name', 'Gender', 'Ethnicity'],
    ['S1', 'Somebody', ...words],
  ])
  await uploaded(house, keeper, sheet)
  await imported(house, keeper, sheet)
  await assertNowhere(house.databaseName, words)
  const told = await house.database.read(person.scope, (db) => myAttributes(db, person.id))
  assert.deepEqual(told, { gender: words[0], ethnicity: words[1] })
})

test('Taken back, the row is gone: no mark of it is left to compare.', async () => {
  const organisation = await givenOrganisation(house)
  const person = await givenPerson(house, organisation)
  const tell = (gender: string | null) =>
    house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told: { ...nothing, gender } }))
  await tell('woman')
  await tell(null)
  const { rows } = await house.database.read(person.scope, (db) => sql`select 1 from attributes where person = ${person.id}`.execute(db))
  assert.deepEqual(rows, [])
})

test('Who belongs to another organisation has not the key of this one.', async () => {
  const organisation = await givenOrganisation(house)
  const person = await givenPerson(house, organisation)
  await house.writeAs(person.scope, (tx) => keysFor(tx, { kind: 'attributes', id: organisation }))
  const stranger = await givenKeeper(house, await givenOrganisation(house))
  assert.equal(await house.database.read(stranger.scope, (db) => findKeys(db, { kind: 'attributes', id: organisation })), null)
})
