import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { handleOf } from './party.ts'
import { type SlipReason, slipReasons } from './passkey.ts'
import { asNobody, challengeFor, here, keyOf, signedOf } from './passkeys.testing.ts'
import { softwareKey } from './software-key.testing.ts'
import { takeAssertion } from './take-assertion.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const given = async () => {
  const person = await givenPerson(house, organisation)
  return { person, ...(await keyOf(house, person)) }
}
const challenge = (browser?: string) => challengeFor(house, asNobody, 'sign-in', browser)
const take = async (answer: string, brought: Partial<typeof here> = {}) => {
  const signed = signedOf(answer)
  const taken = await house.writeAs(asNobody, (tx) => takeAssertion(tx, { signed, purpose: 'sign-in', ...here, ...brought }))
  return 'slip' in taken ? taken.slip : taken.passkey.person
}

test('What a passkey signed for this browser, once, shows whose it is.', async () => {
  const { person, key } = await given()
  assert.equal(await take(key.sign({ challenge: await challenge() })), person.id)
})

test('The same answer a second time opens nothing, nor the same challenge signed anew.', async () => {
  const { key } = await given()
  const asked = await challenge()
  const answer = key.sign({ challenge: asked })
  await take(answer)
  assert.equal(await take(answer), 'again')
  assert.equal(await take(key.sign({ challenge: asked })), 'again')
})

test('Of thirty-two answers to one challenge at once, one is taken.', async () => {
  const { person, key } = await given()
  const answer = key.sign({ challenge: await challenge() })
  const all = await Promise.all(Array.from({ length: 32 }, () => take(answer)))
  assert.deepEqual([all.filter((one) => one === person.id).length, all.filter((one) => one === 'again').length], [1, 31])
})

test('Signed for another site, it opens nothing here, and its challenge is spent.', async () => {
  const { key } = await given()
  const asked = await challenge()
  assert.equal(await take(key.sign({ challenge: asked, origin: 'https://lampline.example.evil.test' })), 'origin')
  assert.equal(await take(key.sign({ challenge: asked })), 'again')
  assert.equal(await take(key.sign({ challenge: await challenge() }), { baseUrl: 'https://elsewhere.example' }), 'origin')
})

test('A challenge of another browser, or of nobody’s making, is none; it is not spent by who brings it.', async () => {
  const { person, key } = await given()
  const asked = await challenge('another-browser')
  const answer = key.sign({ challenge: asked })
  assert.equal(await take(answer), 'elsewhere')
  assert.equal(await take(key.sign({ challenge: Buffer.alloc(32).toString('base64url') })), 'elsewhere')
  assert.equal(await take(answer, { browser: 'another-browser' }), person.id)
})

test('A challenge for confirming signs nobody in.', async () => {
  const { person, key } = await given()
  assert.equal(await take(key.sign({ challenge: await challengeFor(house, person.scope, 'prove') })), 'elsewhere')
})

test('After ten minutes a challenge is over.', async () => {
  const { person, key } = await given()
  const [late, last] = [await challenge(), await challenge()]
  house.setNow(house.now().add({ minutes: 10 }).subtract({ seconds: 1 }).toString())
  assert.equal(await take(key.sign({ challenge: last })), person.id)
  house.setNow(house.now().add({ seconds: 1 }).toString())
  assert.equal(await take(key.sign({ challenge: late })), 'late')
})

test('One bit of the signature changed, or the person not verified by the device: not taken.', async () => {
  const { key } = await given()
  assert.equal(await take(key.sign({ challenge: await challenge(), tamper: true })), 'unchecked')
  assert.equal(await take(key.sign({ challenge: await challenge(), verified: false })), 'unchecked')
})

test('A passkey that nobody added, or that names another person, is unknown.', async () => {
  const { key } = await given()
  const other = await given()
  const stranger = softwareKey({ baseUrl: here.baseUrl })
  assert.equal(await take(stranger.sign({ challenge: await challenge() })), 'unknown')
  assert.equal(await take(key.sign({ challenge: await challenge(), userHandle: handleOf(other.person.id) })), 'unknown')
})

test('Another’s key that gives itself out as mine does not open mine.', async () => {
  const { key } = await given()
  const other = await given()
  const mine = JSON.parse(key.sign({ challenge: await challenge() }))
  const theirs = JSON.parse(other.key.sign({ challenge: await challenge(), userHandle: mine.response.userHandle }))
  assert.equal(await take(JSON.stringify({ ...theirs, id: mine.id, rawId: mine.rawId })), 'unchecked')
})

test('Who is signed in confirms with their own passkey; another’s is not known to them.', async () => {
  const { person, key } = await given()
  const other = await given()
  const prove = async (answer: string) =>
    house.writeAs(person.scope, (tx) => takeAssertion(tx, { signed: signedOf(answer), purpose: 'prove', ...here }))
  const asked = () => challengeFor(house, person.scope, 'prove')
  assert.deepEqual(await prove(other.key.sign({ challenge: await asked() })), { slip: 'unknown' })
  assert.ok('passkey' in (await prove(key.sign({ challenge: await asked() }))))
})

test('A counter that does not grow is refused and noted; a device that does not count is taken.', async () => {
  const { person, key, passkey } = await given()
  assert.equal(await take(key.sign({ challenge: await challenge(), counter: 7 })), person.id)
  assert.equal(await take(key.sign({ challenge: await challenge(), counter: 7 })), 'counter')
  assert.equal(await take(key.sign({ challenge: await challenge(), counter: 0 })), 'counter')
  assert.deepEqual(
    (await house.news('passkey.counter-fell')).map(({ subject }) => subject),
    [passkey, passkey],
  )
  assert.equal(await take(key.sign({ challenge: await challenge(), counter: 8 })), person.id)
  const still = await given()
  for (const _time of [1, 2]) assert.equal(await take(still.key.sign({ challenge: await challenge(), counter: 0 })), still.person.id)
})

test('Each reason has been seen above.', () => {
  const seen: SlipReason[] = ['elsewhere', 'late', 'again', 'origin', 'unknown', 'unchecked', 'counter']
  assert.deepEqual(seen, [...slipReasons])
})
