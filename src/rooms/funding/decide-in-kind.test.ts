import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standing } from '#hours/hours.testing'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { decideInKind } from './decide-in-kind.ts'
import { givenFunded } from './funding.testing.ts'
import { contributionsWaiting, findContribution } from './reads.ts'

const house = await testHouse()

test('Given in kind counts once a second person agrees: in its own column, and never as cash.', async () => {
  const given = await givenFunded(house)
  const contribution = await given.offered(given.chamber.id)
  const waiting = () => house.read((db) => contributionsWaiting(db, given.bank.id))
  assert.equal((await waiting()).length, 1)
  assert.equal((await standing(house, given))['in-kind chamber'], undefined)
  const own = house.writeAs(given.coordinator, (tx) => decideInKind(tx, { contribution, agreed: true }))
  assert.equal(await refusedWith(own), 'funding.secondPerson')
  const decide = (agreed: boolean) => house.writeAs(given.second.scope, (tx) => decideInKind(tx, { contribution, agreed }))
  await decide(true)
  await decide(true)
  assert.equal(await refusedWith(decide(false)), 'funding.decided')
  const now = await standing(house, given)
  assert.deepEqual([now['in-kind chamber'], now['in-kind-from chamber'], now['cash chamber']], ['10000', '-10000', undefined])
  assert.equal((await waiting()).length, 0)
})

test('What the second person does not agree to never counts, and the database agrees with nobody’s own.', async () => {
  const given = await givenFunded(house)
  const contribution = await given.offered(given.chamber.id)
  const row = { contribution, agreed: true, at: house.now(), by: given.keeper.id }
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => tx.insertInto('contributionDecisions').values(row).execute()),
    /row-level/,
  )
  await house.writeAs(given.second.scope, (tx) => decideInKind(tx, { contribution, agreed: false }))
  assert.equal((await house.read((db) => findContribution(db, contribution)))?.agreed, false)
  assert.equal((await standing(house, given))['in-kind chamber'], undefined)
})
