import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { type GivenPerson, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { endOtherSessions } from './end-other-sessions.ts'
import { findMe } from './reads.ts'
import { sessionsOf } from './sign-in-reads.ts'
import { startSession } from './start-session.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

async function givenSession({ id }: GivenPerson): Promise<string> {
  const holder = { id, organisation }
  const started = await house.write((tx) =>
    startSession(tx, { holder, link: { id: tx.newId(), next: null }, browser: 'here', device: 'Firefox, Linux' }),
  )
  assert.ok(started.kind === 'session')
  return (await house.read((db) => findMe(db, secretHash(started.token))))?.session ?? ''
}
const openOf = async ({ id }: GivenPerson) => (await house.read((db) => sessionsOf(db, id))).map((one) => one.id)

test('All others end and this one stays; nobody else’s does.', async () => {
  const person = await givenPerson(house, organisation)
  const stranger = await givenPerson(house, organisation)
  const [here, ...others] = [await givenSession(person), await givenSession(person), await givenSession(person)]
  const theirs = await givenSession(stranger)
  await house.writeAs(person.scope, (tx) => endOtherSessions(tx, { person: person.id, keep: here ?? '' }))
  assert.deepEqual(await openOf(person), [here])
  assert.deepEqual(await openOf(stranger), [theirs])
  const ended = (await house.news('session.ended')).map(({ subject }) => subject)
  assert.deepEqual(ended.toSorted(), others.toSorted())
  await house.writeAs(person.scope, (tx) => endOtherSessions(tx, { person: person.id, keep: here ?? '' }))
  assert.equal((await house.news('session.ended')).length, others.length)
})

test('The house may sign out everywhere; another person may not.', async () => {
  const person = await givenPerson(house, organisation)
  await givenSession(person)
  const other = await givenPerson(house, organisation)
  await assert.rejects(
    house.writeAs(other.scope, (tx) => endOtherSessions(tx, { person: person.id, keep: null })),
    Missing,
  )
  await house.write((tx) => endOtherSessions(tx, { person: person.id, keep: null }))
  assert.deepEqual(await openOf(person), [])
})
