import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { changeProfile } from './change-profile.ts'
import { countPeople } from './people-reads.ts'
import type { Profile } from './person.ts'
import { profilesOf } from './profile-reads.ts'

const house = await testHouse()
const change = (by: GivenPerson, whose: GivenPerson, changes: Partial<Profile>) =>
  house.writeAs(by.scope, (tx) => changeProfile(tx, { person: whose.id, changes }))
const profileOf = async ({ id }: GivenPerson) => (await house.read((db) => profilesOf(db, [id]))).get(id)

async function given() {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  return { keeper, person: await givenPerson(house, keeper.organisation) }
}

test('A person changes how they are called, read and reached; search finds the new address and not the old one.', async () => {
  const { person } = await given()
  await change(person, person, { calledName: 'Nabi', language: 'fa-AF', email: 'nabi@new.example', about: 'Accounts.\nAnd tea.' })
  const kept = await profileOf(person)
  assert.deepEqual(
    [kept?.calledName, kept?.language, kept?.email, kept?.about],
    ['Nabi', 'fa-AF', 'nabi@new.example', 'Accounts.\nAnd tea.'],
  )
  assert.equal(await house.read((db) => countPeople(db, person.organisation, 'nabi@new.example')), 1)
  await change(person, person, { email: null })
  assert.equal((await profileOf(person))?.email, null)
  assert.equal(await house.read((db) => countPeople(db, person.organisation, 'nabi@new.example')), 0)
})

test('What the organisation says of a person is not theirs to change, and the keeper changes it.', async () => {
  const { keeper, person } = await given()
  await assert.rejects(change(person, person, { grade: 'D2' }))
  await change(keeper, person, { grade: 'P-5', unit: 'Finance' })
  const kept = await profileOf(person)
  assert.deepEqual([kept?.grade, kept?.gradeLevel, kept?.unit], ['P-5', 12, 'Finance'])
})

test('A code that names somebody else is refused; one’s own in another case is taken as it is.', async () => {
  const { keeper, person } = await given()
  const other = await givenPerson(house, keeper.organisation, { code: 'OTHER' })
  await assert.rejects(change(keeper, person, { code: 'other' }), (error: unknown) => error instanceof Refusal)
  await change(keeper, other, { code: 'Other' })
  assert.equal((await profileOf(other))?.code, 'Other')
})

test('What changes nothing leaves no news, and what changes leaves one that quotes nothing.', async () => {
  const { person } = await given()
  const news = async () => (await house.news('person.changed')).filter(({ subject }) => subject === person.id)
  await change(person, person, { calledName: null })
  assert.equal((await news()).length, 0)
  await change(person, person, { calledName: 'Nabi' })
  assert.deepEqual(
    (await news()).map(({ facts }) => facts),
    [{}],
  )
})

test('A colleague, and who keeps another organisation, find nobody to change.', async () => {
  const { person } = await given()
  const strangers = [await givenPerson(house, person.organisation), (await given()).keeper]
  for (const stranger of strangers) await assert.rejects(change(stranger, person, { calledName: 'Eve' }), Missing)
  assert.equal((await profileOf(person))?.calledName, null)
})
