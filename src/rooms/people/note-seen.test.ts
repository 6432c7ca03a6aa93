import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { signInScope } from '#ground/db'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { noteSeen } from './note-seen.ts'
import { findMe } from './reads.ts'
import { limits } from './session.ts'
import { openSignIn } from './sign-in.testing.ts'
import { sessionsOf } from './sign-in-reads.ts'
import { startSession } from './start-session.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const hours = (count: number) => house.setNow(house.now().add({ hours: count }).toString())

async function given() {
  const { id } = await givenPerson(house, organisation)
  const holder = { id, organisation }
  const started = await house.write((tx) =>
    startSession(tx, { holder, link: { id: tx.newId(), next: null }, browser: 'here', device: 'Firefox, Linux' }),
  )
  assert.ok(started.kind === 'session')
  const me = () => house.read((db) => findMe(db, secretHash(started.token)))
  return { id, token: started.token, me, session: (await me())?.session ?? '' }
}
const sightings = (session: string) =>
  house.read((db) => db.selectFrom('sessionSightings').select('at').where('session', '=', session).execute())

test('Not used for fourteen days, a session is over; used in between, it goes on.', async () => {
  const [idle, used] = [await given(), await given()]
  hours(24 * (limits.sessionIdleDays - 1))
  await house.writeAs(signInScope, (tx) => noteSeen(tx, { session: used.session }))
  assert.ok(await idle.me())
  hours(24)
  assert.equal(await idle.me(), null)
  assert.deepEqual(await house.read((db) => sessionsOf(db, idle.id)), [])
  assert.ok(await used.me())
})

test('However often it is used on a day, one row says so; the door writes it once a day.', async () => {
  const { session, token, me } = await given()
  const browser = openSignIn(house).browser()
  browser.jar.set('lampline', token)
  await browser.get('/sign-in')
  assert.equal((await sightings(session)).length, 0)
  hours(25)
  for (let times = 0; times < 3; times += 1) await browser.get('/sign-in')
  await Promise.all([1, 2].map(() => house.writeAs(signInScope, (tx) => noteSeen(tx, { session }))))
  assert.equal((await sightings(session)).length, 1)
  assert.deepEqual((await me())?.seenAt, house.now())
})
