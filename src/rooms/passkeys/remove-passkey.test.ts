import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { asNobody, challengeFor, here, keyOf, sessionOf, signedOf } from './passkeys.testing.ts'
import { passkeysOf, sheetOf } from './reads.ts'
import { removePasskey } from './remove-passkey.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const remove = (person: GivenPerson, passkey: string, session: string, isRequired = false) =>
  house.writeAs(person.scope, (tx) => removePasskey(tx, { passkey, session, isRequired }))
const countOf = async ({ id }: GivenPerson) => (await house.read((db) => passkeysOf(db, id))).length

test('A removed passkey signs nobody in; removed twice is removed once.', async () => {
  const person = await givenPerson(house, organisation)
  const { key, passkey } = await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  await remove(person, passkey, session)
  await remove(person, passkey, session)
  const answer = key.sign({ challenge: await challengeFor(house, asNobody, 'sign-in') })
  const entered = await house.writeAs(asNobody, (tx) => signInByPasskey(tx, { signed: signedOf(answer), device: '', ...here }))
  assert.deepEqual(entered, { slip: 'unknown' })
  assert.equal((await house.news('passkey.removed')).filter(({ subject }) => subject === passkey).length, 1)
})

test('The last one of a role that requires it stays, also when two are taken away at once.', async () => {
  const keeper = await givenKeeper(house, organisation)
  const [one, other] = [await keyOf(house, keeper), await keyOf(house, keeper)]
  const { session } = await sessionOf(house, keeper, 'passkey')
  const all = await Promise.allSettled([one, other].map(({ passkey }) => remove(keeper, passkey, session, true)))
  assert.deepEqual(all.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal(await countOf(keeper), 1)
  const [left] = await house.read((db) => passkeysOf(db, keeper.id))
  await assert.rejects(remove(keeper, left?.id ?? '', session, true), { reason: 'passkeys.lastOne' })
  await remove(keeper, left?.id ?? '', session)
  assert.equal(await countOf(keeper), 0)
})

test('With the last passkey the recovery codes end.', async () => {
  const person = await givenPerson(house, organisation)
  const { passkey } = await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  await house.writeAs(person.scope, (tx) => keepRecoveryCodes(tx, { id: tx.newId(), secret: tx.newSecret(), person: person.id, session }))
  assert.equal((await house.read((db) => sheetOf(db, person.id)))?.left, 10)
  await remove(person, passkey, session)
  assert.equal(await house.read((db) => sheetOf(db, person.id)), undefined)
})

test('By letter alone nobody removes a passkey, and another’s is not there.', async () => {
  const person = await givenPerson(house, organisation)
  const { passkey } = await keyOf(house, person)
  await assert.rejects(remove(person, passkey, (await sessionOf(house, person)).session), { reason: 'passkeys.proveFirst' })
  const administrator = await givenKeeper(house, organisation, 'administrator')
  for (const other of [await givenPerson(house, organisation), administrator]) {
    await assert.rejects(remove(other, passkey, (await sessionOf(house, other, 'passkey')).session), Missing)
  }
  assert.equal(await countOf(person), 1)
})
