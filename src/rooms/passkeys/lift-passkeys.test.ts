import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { liftPasskeys } from './lift-passkeys.ts'
import { keyOf, sessionOf } from './passkeys.testing.ts'
import { passkeysOf, sheetOf } from './reads.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const lift = (by: GivenPerson, { id }: GivenPerson) => house.writeAs(by.scope, (tx) => liftPasskeys(tx, { person: id }))
const countOf = async ({ id }: GivenPerson) => (await house.read((db) => passkeysOf(db, id))).length

test('An administrator lifts all passkeys and codes of somebody who lost them; the diary says who and how many, once.', async () => {
  const administrator = await givenKeeper(house, organisation, 'administrator')
  const keeper = await givenKeeper(house, organisation)
  for (const name of ['Telephone', 'Laptop']) await keyOf(house, keeper, name)
  const { session } = await sessionOf(house, keeper, 'passkey')
  await house.writeAs(keeper.scope, (tx) => keepRecoveryCodes(tx, { id: tx.newId(), secret: tx.newSecret(), person: keeper.id, session }))
  await lift(administrator, keeper)
  await lift(administrator, keeper)
  assert.equal(await countOf(keeper), 0)
  assert.equal(await house.read((db) => sheetOf(db, keeper.id)), undefined)
  const news = await house.news('passkeys.lifted')
  assert.deepEqual(
    news.map(({ subject, by, facts }) => [subject, by, facts]),
    [[keeper.id, administrator.id, { count: 2 }]],
  )
})

test('Nobody lifts their own, and nobody but an administrator of the same organisation lifts anybody’s.', async () => {
  const administrator = await givenKeeper(house, organisation, 'administrator')
  await keyOf(house, administrator)
  await assert.rejects(lift(administrator, administrator), { reason: 'passkeys.ownLift' })
  const elsewhere = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const others = [await givenKeeper(house, organisation), await givenPerson(house, organisation), elsewhere]
  for (const other of others) await assert.rejects(lift(other, administrator), Missing)
  const owing = { ...administrator, scope: { ...administrator.scope, organisations: [], owesProof: true } }
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  await assert.rejects(lift(owing, person), Missing)
  assert.deepEqual([await countOf(administrator), await countOf(person)], [1, 1])
})
