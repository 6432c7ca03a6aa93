import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { asNobody, challengeFor, here } from './passkeys.testing.ts'
import { takeChallenge } from './take-challenge.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

test('A challenge asked for by one person is none for another, in the same browser.', async () => {
  const [one, other] = [await givenPerson(house, organisation), await givenPerson(house, organisation)]
  const client = { challenge: await challengeFor(house, one.scope, 'add'), origin: here.baseUrl }
  const take = ({ scope }: typeof one) => house.writeAs(scope, (tx) => takeChallenge(tx, { client, purpose: 'add', ...here }))
  assert.deepEqual(await take(other), { slip: 'elsewhere' })
  assert.ok('id' in (await take(one)))
})

test('It carries where the person was going.', async () => {
  const client = { challenge: await challengeFor(house, asNobody, 'sign-in', here.browser, '/programmes'), origin: here.baseUrl }
  const taken = await house.writeAs(asNobody, (tx) => takeChallenge(tx, { client, purpose: 'sign-in', ...here }))
  assert.equal('next' in taken && taken.next, '/programmes')
})
