import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { makeFirstAdministratorLink } from './first-administrator.ts'
import { findFoundingLink } from './sign-in-reads.ts'

const house = await testHouse()
const isOpen = async (token: string | null) => (await house.read((db) => findFoundingLink(db, token ?? ''))) !== undefined

test('Each start prints a new link, and the one before it opens nothing; it stays open however long it takes.', async () => {
  const first = await house.write(makeFirstAdministratorLink)
  const second = await house.write(makeFirstAdministratorLink)
  assert.deepEqual([await isOpen(first), await isOpen(second)], [false, true])
  house.setNow('2031-01-01T00:00:00Z')
  assert.equal(await isOpen(second), true)
})

test('Once there is an administrator, there is no such link.', async () => {
  await givenKeeper(house, await givenOrganisation(house), 'administrator')
  assert.equal(await house.write(makeFirstAdministratorLink), null)
})
