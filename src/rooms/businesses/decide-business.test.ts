import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import type { Business } from './business.ts'
import { givenBusiness } from './businesses.testing.ts'
import { decideBusiness, tellLikeness } from './decide-business.ts'
import { alikeOf, findBusiness } from './reads.ts'

const house = await testHouse()
const { newId } = realHands
const owner = (name: string) => [{ person: null, name, adult: true }]

test('A person decides, with a reason where it is no; the latest decision counts.', async () => {
  const programme = await givenProgramme(house)
  const { id } = await givenBusiness(house, programme)
  const decide = (decision: 'eligible' | 'held', reason: string) =>
    house.writeAs(programme.coordinator, (tx) => decideBusiness(tx, { id: newId(), business: id, decision, reason }))
  await assert.rejects(decide('held', ''), refused('businesses.reason'))
  await decide('held', 'Which licence?')
  house.setNow(house.now().add({ seconds: 1 }).toString())
  await decide('eligible', '')
  assert.equal((await house.read((db) => findBusiness(db, id)))?.decision, 'eligible')
})

test('One licence, one phone with one name, or one name in one place looks alike; a shared phone alone does not.', async () => {
  const programme = await givenProgramme(house)
  const { id } = await givenBusiness(house, programme, { licence: 'L-9', phone: '0700', owners: owner('Zahra'), name: 'Naan' })
  const licence = await givenBusiness(house, programme, { licence: 'L-9' })
  await givenBusiness(house, programme, { phone: '0700', owners: owner('Karim') })
  const both = await givenBusiness(house, programme, { phone: '0700', owners: owner('zahra') })
  const named = await givenBusiness(house, programme, { name: 'naan', owners: owner('Najib') })
  const alike = await house.read(async (db) => alikeOf(db, (await findBusiness(db, id)) as Business, 10))
  const signs = Object.fromEntries(alike.map((one) => [one.id, one.signs]))
  assert.deepEqual(signs, { [licence.id]: ['licence'], [both.id]: ['phone'], [named.id]: ['name'] })

  await house.writeAs(programme.coordinator, (tx) => tellLikeness(tx, { id: newId(), business: licence.id, other: id, same: false }))
  const told = await house.read(async (db) => alikeOf(db, (await findBusiness(db, id)) as Business, 10))
  assert.equal(told.find((one) => one.id === licence.id)?.same, false, 'said from either side')
})

test('Likenesses are found however they are written: other digits, letters and spaces.', async () => {
  const programme = await givenProgramme(house)
  const given = (facts: object) => givenBusiness(house, programme, facts)
  const facts = {
    name: 'نانوایی کابل',
    place: 'Dasht-e Barchi',
    licence: 'L-9/1404',
    phone: '+93 700 123 456',
    owners: owner('زهرا كريمي'),
  }
  const { id } = await given(facts)
  const licence = await given({ licence: 'l9 ۱۴۰۴' })
  const phone = await given({ phone: '۰۷۰۰۱۲۳۴۵۶', owners: owner('زهرا  کریمی') })
  const name = await given({ name: 'نانوايي  كابل', place: 'dasht-e barchi' })
  await given({ name: 'نانوايي كابل', place: '' })
  const alike = await house.read(async (db) => alikeOf(db, (await findBusiness(db, id)) as Business, 10))
  assert.deepEqual(
    alike.map((one) => [one.id, ...one.signs]).sort(),
    [
      [licence.id, 'licence'],
      [phone.id, 'phone'],
      [name.id, 'name'],
    ].sort(),
  )
})

test('One owner in two businesses is a sign; what a person says twice is one news.', async () => {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  const owners = [{ person: person.id, name: 'Zahra', adult: true }]
  const [one, other] = [await givenBusiness(house, programme, { owners }), await givenBusiness(house, programme, { owners })]
  const alike = await house.read(async (db) => alikeOf(db, (await findBusiness(db, one.id)) as Business, 10))
  assert.deepEqual(
    alike.map(({ id, signs }) => [id, ...signs]),
    [[other.id, 'owner']],
  )
  const asked = { id: newId(), business: one.id, other: other.id, same: true }
  for (const _twice of [1, 2]) await house.writeAs(programme.coordinator, (tx) => tellLikeness(tx, asked))
  assert.equal((await house.news('business.compared')).filter(({ subject }) => subject === one.id).length, 1)
})
