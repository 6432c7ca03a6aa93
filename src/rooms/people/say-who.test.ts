import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { signInScope } from '#ground/db'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { findMe } from './reads.ts'
import { sayWho } from './say-who.ts'
import { limits } from './session.ts'
import { here, letterAt } from './sign-in.testing.ts'
import { useSignInLink } from './use-sign-in-link.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
let nth = 0

async function givenShared() {
  nth += 1
  const email = `office${nth}@example.org`
  const browser = `browser-${nth}`
  const one = await givenPerson(house, organisation, { email, code: `Z-${nth}` })
  const other = await givenPerson(house, organisation, { email, code: `H-${nth}` })
  const { token } = await letterAt(house, email, { browser, network: browser })
  const prove = () => house.writeAs(signInScope, (tx) => useSignInLink(tx, { token, browser, device: here.device }))
  const say = (person: string, code: string, where = browser) =>
    house.writeAs(signInScope, (tx) => sayWho(tx, { person, code, browser: where, device: here.device }))
  return { one, other, prove, say }
}

test('Where an address is shared, the link proves the address, and the person code says who it is.', async () => {
  const { one, prove, say } = await givenShared()
  assert.equal((await say(one.id, one.code)).kind, 'closed', 'nothing is proven yet')
  assert.equal((await prove()).kind, 'shared')
  const entered = await say(one.id, one.code.toLowerCase())
  assert.ok(entered.kind === 'session')
  assert.equal((await house.read((db) => findMe(db, secretHash(entered.token))))?.person, one.id)
  assert.equal((await say(one.id, one.code)).kind, 'closed', 'one link, one session')
})

test('The code of another person does not open one’s own; five wrong ones close the link.', async () => {
  const { one, other, prove, say } = await givenShared()
  await prove()
  for (let tries = 0; tries < limits.codeTriesMax; tries++) assert.equal((await say(one.id, other.code)).kind, 'wrong')
  assert.equal((await say(one.id, one.code)).kind, 'closed')
})

test('Only among those who share the address, and only in the browser that proved it.', async () => {
  const { one, prove, say } = await givenShared()
  const stranger = await givenPerson(house, organisation, { email: null })
  await prove()
  assert.equal((await say(one.id, one.code, 'another-browser')).kind, 'closed')
  assert.equal((await say(stranger.id, stranger.code)).kind, 'wrong')
})

test('Thirty-two answers at once start one session.', async () => {
  const { one, prove, say } = await givenShared()
  await prove()
  const all = await Promise.all(Array.from({ length: 32 }, () => say(one.id, one.code)))
  assert.equal(all.filter(({ kind }) => kind === 'session').length, 1)
})

test('Thirty-two uses of a shared link at once prove the address once.', async () => {
  const { prove } = await givenShared()
  const all = await Promise.all(Array.from({ length: 32 }, () => prove()))
  assert.equal(all.filter(({ kind }) => kind === 'shared').length, 1)
})
