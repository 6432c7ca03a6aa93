import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { type Scope, signInScope } from '#ground/db'
import { Missing, type Refusal } from '#ground/refusal'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { beginHouse } from './begin-house.ts'
import { makeFirstAdministratorLink } from './first-administrator.ts'
import { findMe } from './reads.ts'
import { insertRole } from './writes.ts'

const founding = {
  organisation: 'The Lantern Works',
  fullName: 'لیلا',
  email: 'leila@example.org',
  language: 'fa-AF',
  calendar: 'persian',
  zone: 'Asia/Kabul',
  sample: true,
  browser: 'a-browser',
  device: 'Firefox, Linux',
} as const

async function given() {
  const house = await testHouse()
  const token = (await house.write(makeFirstAdministratorLink)) ?? ''
  const begin = (link = token, scope: Scope = signInScope) => house.writeAs(scope, (tx) => beginHouse(tx, { ...founding, token: link }))
  return { house, begin }
}

test('The first administrator founds the organisation and is signed in; the news says whether the sample is wanted.', async () => {
  const { house, begin } = await given()
  const entered = await begin()
  assert.ok(entered.kind === 'session')
  const me = await house.read((db) => findMe(db, secretHash(entered.token)))
  assert.deepEqual([me?.name, me?.organisationName, me?.administers, me?.keeps], ['لیلا', 'The Lantern Works', true, true])
  assert.deepEqual(me?.reader, { language: 'fa-AF', calendar: 'persian', zone: 'Asia/Kabul' })
  const [news] = await house.news('house.begun')
  assert.deepEqual([news?.subject, news?.organisation, news?.facts], [me?.organisation, me?.organisation, { sample: 1 }])
})

test('A link that nobody printed founds nothing, and a used one nothing more.', async () => {
  const { house, begin } = await given()
  await assert.rejects(begin('AAAAAAAAAAAAAAAAAAAAAA'), Missing)
  await begin()
  await assert.rejects(begin(), Missing)
  assert.equal((await house.read((db) => db.selectFrom('organisations').select('id').execute())).length, 1)
})

test('Of thirty-two at the same moment, one is the first, and the rest leave nothing behind.', async () => {
  const { house, begin } = await given()
  const all = await Promise.allSettled(Array.from({ length: 32 }, () => begin()))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of all) {
    if (one.status === 'rejected') assert.ok(one.reason instanceof Missing || (one.reason as Refusal).reason === 'people.houseBegun')
  }
  assert.equal((await house.read((db) => db.selectFrom('organisations').select('id').execute())).length, 1)
  assert.equal((await house.read((db) => db.selectFrom('people').select('id').execute())).length, 1)
})

test('Once there is an administrator, the walls let nobody add organisations, people or roles before signing in.', async () => {
  const { house, begin } = await given()
  await begin()
  const organisation = await givenOrganisation(house)
  const { id: person } = await givenPerson(house, organisation)
  const isWalled = /row-level security/
  await assert.rejects(
    house.writeAs(signInScope, (tx) => insertRole(tx, { id: tx.newId(), person, role: 'administrator', organisation })),
    isWalled,
  )
  await assert.rejects(
    house.writeAs(signInScope, (tx) => tx.insertInto('organisations').values({ id: tx.newId(), name: 'Mine', madeAt: tx.now }).execute()),
    isWalled,
  )
  await assert.rejects(
    house.writeAs(signInScope, (tx) =>
      tx
        .insertInto('contacts')
        .values({ person, organisation, kind: 'email', address: 'x@evil.example', folded: 'x@evil.example' })
        .execute(),
    ),
    isWalled,
  )
})
