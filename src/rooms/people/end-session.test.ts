import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import type { Scope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { endSession } from './end-session.ts'
import { findMe } from './reads.ts'
import { sessionsOf } from './sign-in-reads.ts'
import { startSession } from './start-session.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

async function givenSession(person: { id: string }) {
  const started = await house.write((tx) =>
    startSession(tx, {
      holder: { id: person.id, organisation },
      link: { id: tx.newId(), next: null },
      browser: 'here',
      device: 'Firefox, Linux',
    }),
  )
  assert.ok(started.kind === 'session')
  const { token } = started
  const me = await house.read((db) => findMe(db, secretHash(token)))
  return { token, session: me?.session ?? '' }
}
const end = (scope: Scope, session: string) => house.writeAs(scope, (tx) => endSession(tx, { session }))

test('Signed out is signed out: the token opens nothing any more, and the others stay.', async () => {
  const person = await givenPerson(house, organisation)
  const here = await givenSession(person)
  const elsewhere = await givenSession(person)
  await end(person.scope, elsewhere.session)
  assert.equal(await house.read((db) => findMe(db, secretHash(elsewhere.token))), null)
  assert.equal((await house.read((db) => findMe(db, secretHash(here.token))))?.person, person.id)
  const open = await house.database.read(person.scope, (db) => sessionsOf(db, person.id))
  assert.deepEqual(
    open.map(({ id, device }) => [id, device]),
    [[here.session, 'Firefox, Linux']],
  )
})

test('Ended twice is ended once.', async () => {
  const person = await givenPerson(house, organisation)
  const { session } = await givenSession(person)
  await end(person.scope, session)
  await end(person.scope, session)
  assert.equal((await house.news('session.ended')).filter(({ subject }) => subject === session).length, 1)
})

test('Another person’s session is not there.', async () => {
  const person = await givenPerson(house, organisation)
  const other = await givenPerson(house, organisation)
  const { session, token } = await givenSession(person)
  await assert.rejects(end(other.scope, session), Missing)
  assert.equal((await house.read((db) => findMe(db, secretHash(token))))?.person, person.id)
})
