import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { makeFirstAdministratorLink } from './first-administrator.ts'
import { askAt, linkRow } from './sign-in.testing.ts'
import { findFoundingLink } from './sign-in-reads.ts'
import { sweepSignIns } from './sweep-sign-ins.ts'

const house = await testHouse()
await givenPerson(house, await givenOrganisation(house), { email: 'amina@example.org' })

test('Yesterday’s links are forgotten; today’s, and the one that founds the house, stay.', async () => {
  const founding = await house.write(makeFirstAdministratorLink)
  const old = await askAt(house, 'amina@example.org')
  house.setNow('2026-11-24T07:59:00Z')
  const fresh = await askAt(house, 'amina@example.org')
  house.setNow('2026-11-24T08:00:01Z')
  await house.write(sweepSignIns)
  assert.equal(await linkRow(house, old.link), undefined)
  assert.ok(await linkRow(house, fresh.link))
  assert.ok(await house.read((db) => findFoundingLink(db, founding ?? '')))
})
