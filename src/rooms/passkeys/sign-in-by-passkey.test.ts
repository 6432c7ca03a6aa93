import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { findMe } from '#people/reads'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { asNobody, challengeFor, here, keyOf, signedOf } from './passkeys.testing.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const signIn = (answer: string) =>
  house.writeAs(asNobody, (tx) => signInByPasskey(tx, { signed: signedOf(answer), device: 'Telephone', ...here }))

test('A passkey signs in without any letter; its session owes nothing, and goes on to where the person was going.', async () => {
  const keeper = await givenKeeper(house, organisation)
  const { key } = await keyOf(house, keeper)
  const entered = await signIn(key.sign({ challenge: await challengeFor(house, asNobody, 'sign-in', here.browser, '/programmes') }))
  assert.ok('kind' in entered && entered.kind === 'session')
  assert.equal(entered.next, '/programmes')
  const me = await house.read((db) => findMe(db, secretHash(entered.token), 'required'))
  assert.deepEqual([me?.person, me?.owesProof, me?.keeps], [keeper.id, false, true])
  assert.equal((await house.news('sign-in.asked')).length, 0)
})

test('An answer that does not hold signs nobody in, and says why.', async () => {
  const person = await givenPerson(house, organisation)
  const { key } = await keyOf(house, person)
  const before = (await house.news('session.started')).length
  const asked = await challengeFor(house, asNobody, 'sign-in')
  assert.deepEqual(await signIn(key.sign({ challenge: asked, tamper: true })), { slip: 'unchecked' })
  assert.equal((await house.news('session.started')).length, before)
})
