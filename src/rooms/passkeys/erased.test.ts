import assert from 'node:assert/strict'
import { test } from 'node:test'
import { erasePerson } from '#retention/erase-person'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { challengeFor, keyOf, sessionOf } from './passkeys.testing.ts'

const house = await testHouse()
const tables = ['passkeys', 'passkey_uses', 'passkey_challenges', 'recovery_sheets', 'recovery_codes', 'sessions', 'known_browsers']
const counted = () =>
  onServer(async (client) => {
    const counts = await Promise.all(tables.map((table) => client.query(`select count(*)::int as count from ${table}`)))
    return counts.map(({ rows }) => rows[0].count as number)
  }, house.databaseName)

test('Who is erased leaves no passkey, no code, no session and no known browser.', async () => {
  const organisation = await givenOrganisation(house)
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  await house.writeAs(person.scope, (tx) => keepRecoveryCodes(tx, { id: tx.newId(), secret: tx.newSecret(), person: person.id, session }))
  await challengeFor(house, person.scope, 'prove')
  assert.ok((await counted()).every((count) => count > 0))
  await house.write((tx) => erasePerson(tx, { person: person.id, organisation }))
  assert.deepEqual(
    await counted(),
    tables.map(() => 0),
  )
})
