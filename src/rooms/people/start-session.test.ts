import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { noteSeen } from './note-seen.ts'
import { findMe } from './reads.ts'
import { letterAt, linkRow, sessionsIn } from './sign-in.testing.ts'
import { isProven } from './sign-in-reads.ts'
import { enter, startSession } from './start-session.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

test('The browser gets the token, the database its hash; after thirty days it opens nothing.', async () => {
  const person = await givenPerson(house, organisation)
  const started = await house.write((tx) =>
    startSession(tx, {
      holder: { id: person.id, organisation },
      link: { id: tx.newId(), next: null },
      browser: 'here',
      device: 'x'.repeat(500),
    }),
  )
  assert.ok(started.kind === 'session')
  assert.equal(Buffer.from(started.token, 'base64url').length * 8, 128)
  const row = (await sessionsIn(house)).find(({ person: whose }) => whose === person.id)
  assert.deepEqual(Buffer.from(row?.tokenHash ?? []), secretHash(started.token))
  for (const day of ['2026-12-03', '2026-12-13', '2026-12-21']) {
    house.setNow(`${day}T08:00:00Z`)
    await house.write((tx) => noteSeen(tx, { session: row?.id ?? '' }))
  }
  house.setNow('2026-12-23T07:59:59Z')
  assert.ok(await house.read((db) => findMe(db, secretHash(started.token))))
  house.setNow('2026-12-23T08:00:00Z')
  assert.equal(await house.read((db) => findMe(db, secretHash(started.token))), null)
})

test('Where the address was taken from its person in between, nobody comes in.', async () => {
  const person = await givenPerson(house, organisation, { email: 'gone@example.org' })
  const { link } = await letterAt(house, 'gone@example.org')
  await house.write((tx) => tx.deleteFrom('contacts').where('person', '=', person.id).execute())
  const row = await linkRow(house, link)
  assert.ok(row)
  assert.equal((await house.write((tx) => enter(tx, row, { browser: 'here', device: '' }))).kind, 'closed')
})

test('The news says when somebody signs in by a browser that never signed them in; the first of all, and a known one, are not said.', async () => {
  const { id } = await givenPerson(house, organisation)
  const from = (browser: string) =>
    house.write((tx) =>
      startSession(tx, { holder: { id, organisation }, link: { id: tx.newId(), next: null }, browser, device: 'Firefox, Linux' }),
    )
  const before = (await house.news('session.started')).length
  for (const browser of ['desk', 'desk', 'telephone', 'telephone', 'desk']) await from(browser)
  const facts = (await house.news('session.started')).slice(before).map((news) => news.facts)
  assert.deepEqual(facts, [{}, {}, { fresh: 1 }, {}, {}])
})

test('A session may begin by passkey or provider, and be confirmed at once.', async () => {
  const { id } = await givenPerson(house, organisation)
  const started = await house.write((tx) =>
    startSession(tx, {
      holder: { id, organisation },
      link: { id: tx.newId(), next: '/programmes' },
      browser: 'desk',
      device: '',
      begunBy: 'provider',
      proved: 'provider',
    }),
  )
  assert.ok(started.kind === 'session')
  assert.equal(started.next, '/programmes')
  const row = (await sessionsIn(house)).find(({ person }) => person === id)
  assert.equal(row?.begunBy, 'provider')
  assert.equal(await house.read((db) => isProven(db, row?.id ?? '')), true)
})
