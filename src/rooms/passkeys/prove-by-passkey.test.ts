import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProven } from '#people/sign-in-reads'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { challengeFor, here, keyOf, sessionOf, signedOf } from './passkeys.testing.ts'
import { proveByPasskey } from './prove-by-passkey.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

test('One’s own passkey confirms the session in which it signed, and no other.', async () => {
  const keeper = await givenKeeper(house, organisation)
  const { key } = await keyOf(house, keeper)
  const [here1, elsewhere] = [await sessionOf(house, keeper), await sessionOf(house, keeper)]
  const answer = key.sign({ challenge: await challengeFor(house, keeper.scope, 'prove', here.browser, '/programmes') })
  const prove = () => house.writeAs(keeper.scope, (tx) => proveByPasskey(tx, { signed: signedOf(answer), session: here1.session, ...here }))
  const proven = await prove()
  assert.equal('next' in proven && proven.next, '/programmes')
  assert.equal(await house.read((db) => isProven(db, here1.session)), true)
  assert.equal(await house.read((db) => isProven(db, elsewhere.session)), false)
  assert.deepEqual(await prove(), { slip: 'again' })
})
