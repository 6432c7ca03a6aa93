import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { isProven } from '#people/sign-in-reads'
import { type GivenPerson, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { type AddPasskey, addPasskey } from './add-passkey.ts'
import { limits } from './passkey.ts'
import { challengeFor, here, keyOf, madeOf, sessionOf } from './passkeys.testing.ts'
import { passkeysOf } from './reads.ts'
import { softwareKey } from './software-key.testing.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const add = (person: GivenPerson, made: string, session: string, more: Partial<AddPasskey> = {}) =>
  house.writeAs(person.scope, (tx) => addPasskey(tx, { made: madeOf(made), name: 'Laptop', person: person.id, session, ...here, ...more }))
const namesOf = async ({ id }: GivenPerson) => (await house.read((db) => passkeysOf(db, id))).map(({ name }) => name)

test('The first passkey is added by letter alone, and confirms the session.', async () => {
  const person = await givenPerson(house, organisation)
  const { session } = await sessionOf(house, person)
  const made = softwareKey(here).make({ challenge: await challengeFor(house, person.scope, 'add', here.browser, '/programmes') })
  const added = await add(person, made, session)
  assert.deepEqual('passkey' in added && [added.isFirst, added.next], [true, '/programmes'])
  assert.deepEqual(await namesOf(person), ['Laptop'])
  assert.equal(await house.read((db) => isProven(db, session)), true)
  // The same form again ends at the same place.
  const again = await add(person, made, session)
  assert.ok('passkey' in again && 'passkey' in added && again.passkey === added.passkey)
  assert.deepEqual(await namesOf(person), ['Laptop'])
})

test('Whoever reads the mailbox of somebody who has a passkey adds none of their own.', async () => {
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  const thief = await sessionOf(house, person)
  const made = softwareKey(here).make({ challenge: await challengeFor(house, person.scope, 'add') })
  await assert.rejects(add(person, made, thief.session), { reason: 'passkeys.proveFirst' })
  const own = await sessionOf(house, person, 'recovery-code')
  assert.ok('passkey' in (await add(person, made, own.session)))
})

test('Made for another site, in another browser, for another challenge, too late, unverified, or for signing in: not added.', async () => {
  const person = await givenPerson(house, organisation)
  const { session } = await sessionOf(house, person)
  const challenge = (browser?: string) => challengeFor(house, person.scope, 'add', browser)
  const slipOf = async (made: string, more: Partial<AddPasskey> = {}) => {
    const added = await add(person, made, session, more)
    return 'slip' in added ? added.slip : 'added'
  }
  const key = softwareKey(here)
  assert.equal(await slipOf(key.make({ challenge: await challenge(), origin: 'https://evil.test' })), 'origin')
  assert.equal(await slipOf(key.make({ challenge: await challenge('elsewhere') })), 'elsewhere')
  assert.equal(await slipOf(key.make({ challenge: Buffer.alloc(32, 1).toString('base64url') })), 'elsewhere')
  assert.equal(await slipOf(key.make({ challenge: await challengeFor(house, person.scope, 'prove') })), 'elsewhere')
  assert.equal(await slipOf(key.make({ challenge: await challenge(), verified: false })), 'unchecked')
  const asked = await challenge()
  house.setNow(house.now().add({ minutes: limits.challengeMinutes }).toString())
  assert.equal(await slipOf(key.make({ challenge: asked })), 'late')
  assert.deepEqual(await namesOf(person), [])
})

test('Nobody adds a passkey for another, and nobody has more than ten.', async () => {
  const person = await givenPerson(house, organisation)
  const other = await givenPerson(house, organisation)
  const { session } = await sessionOf(house, person)
  const made = async () => softwareKey(here).make({ challenge: await challengeFor(house, other.scope, 'add') })
  await assert.rejects(add(other, await made(), session, { person: person.id }), Missing)
  for (let nth = 0; nth < limits.passkeysMax; nth += 1) await keyOf(house, other, `Device ${nth}`)
  await assert.rejects(add(other, await made(), (await sessionOf(house, other, 'passkey')).session), { reason: 'passkeys.enough' })
})
