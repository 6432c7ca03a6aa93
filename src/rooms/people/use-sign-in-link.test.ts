import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { signInScope } from '#ground/db'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { findMe } from './reads.ts'
import { limits } from './session.ts'
import { here, letterAt, sessionsIn } from './sign-in.testing.ts'
import { useSignInLink } from './use-sign-in-link.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
let nth = 0
const given = async (email: string, next: string | null = null) => {
  await givenPerson(house, organisation, { email })
  return letterAt(house, email, { network: `net-${nth++}`, next })
}
const use = (token: string, browser = here.browser) =>
  house.writeAs(signInScope, (tx) => useSignInLink(tx, { token, browser, device: here.device }))

test('The button signs in for thirty days, and goes on to where the person was going.', async () => {
  const { token } = await given('amina@example.org', '/partnerships/31')
  const entered = await use(token)
  assert.ok(entered.kind === 'session')
  assert.equal(entered.next, '/partnerships/31')
  assert.equal(entered.until.epochMilliseconds - house.now().epochMilliseconds, limits.sessionDays * 86_400_000)
  const me = await house.read((db) => findMe(db, secretHash(entered.token)))
  assert.equal(me?.organisation, organisation)
  const started = await house.news('session.started')
  assert.deepEqual(
    started.map(({ subject, organisation: where, facts }) => [subject, where, facts]),
    [[me?.session, organisation, {}]],
  )
})

test('The link works once.', async () => {
  const { token } = await given('once@example.org')
  assert.equal((await use(token)).kind, 'session')
  assert.equal((await use(token)).kind, 'closed')
})

test('Thirty-two uses at once start one session.', async () => {
  const before = (await sessionsIn(house)).length
  const { token } = await given('rush@example.org')
  const all = await Promise.all(Array.from({ length: 32 }, () => use(token)))
  assert.equal(all.filter(({ kind }) => kind === 'session').length, 1)
  assert.equal(all.filter(({ kind }) => kind === 'closed').length, 31)
  assert.equal((await sessionsIn(house)).length, before + 1)
})

test('In another browser than the one that asked, the link opens nothing, and is not used up.', async () => {
  const { token } = await given('elsewhere@example.org')
  assert.equal((await use(token, 'the-scanner')).kind, 'closed')
  assert.equal((await use(token)).kind, 'session')
})

test('A link of another making, or an old one, opens nothing.', async () => {
  assert.equal((await use('AAAAAAAAAAAAAAAAAAAAAA')).kind, 'closed')
  const { token } = await given('late@example.org')
  house.setNow('2026-11-23T08:10:00Z')
  assert.equal((await use(token)).kind, 'closed')
})
