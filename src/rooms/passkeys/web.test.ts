import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testConfig, testHouse } from '#testing/house'
import { addPasskey } from './add-passkey.ts'
import { handleOf } from './party.ts'
import { challengeFor, madeOf, sessionOf } from './passkeys.testing.ts'
import { softwareKey } from './software-key.testing.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const { app, browserOf } = doorOf(house, routes, { ...testConfig, passkeys: 'required' })
const baseUrl = testConfig.url
const people = `/organisations/${organisation}/people`
const optionsIn = (text: string) =>
  JSON.parse((/data-options="([^"]*)"/.exec(text)?.[1] ?? assert.fail('no options')).replaceAll('&quot;', '"'))

/** A coordinator with a passkey at hand, signed in by letter. */
async function given() {
  const keeper = await givenKeeper(house, organisation)
  const { session } = await sessionOf(house, keeper, 'passkey')
  const key = softwareKey({ baseUrl, userHandle: handleOf(keeper.id) })
  const brought = { made: madeOf(key.make({ challenge: await challengeFor(house, keeper.scope, 'add', 'b') })), browser: 'b', baseUrl }
  await house.writeAs(keeper.scope, (tx) => addPasskey(tx, { ...brought, name: 'Telephone', person: keeper.id, session }))
  return { keeper, key, browser: await browserOf(keeper) }
}

test('What a role opens leads to the proof, and back; one’s own pages stay open and say so.', async () => {
  const { browser } = await given()
  const closed = await browser.get(`${people}?q=x`)
  assert.deepEqual([closed.status, closed.to], [303, `/session/proof?next=${encodeURIComponent(`${people}?q=x`)}`])
  assert.equal((await browser.get('/')).to, '/session/proof?next=%2F')
  for (const own of ['/me', '/me/attributes', '/concern', '/programmes']) {
    const { status, text } = await browser.get(own)
    assert.equal(status, 200, own)
    assert.match(text, /<a href="\/session\/proof">/, own)
  }
  // A page behind the walls alone, not behind a gate.
  const other = await givenPerson(house, organisation)
  assert.match((await browser.get(`/people/${other.id}`)).to, /^\/session\/proof\?next=/)
  assert.equal((await browser.get('/no-such-page')).status, 404)
})

test('What was typed before the proof was over is held, to be sent again.', async () => {
  const { browser } = await given()
  const held = await browser.post(`${people}/new`, { id: realHands.newId(), fullName: 'Zahra of the lamps' })
  assert.equal(held.status, 403)
  assert.match(held.text, /Zahra of the lamps/)
  assert.match(held.text, /href="\/session\/proof\?next=[^"]*" target="_blank"/)
})

test('Confirmed by passkey, the browser gets another secret and goes on; the one of before opens nothing.', async () => {
  const { keeper, key, browser } = await given()
  const { token } = await sessionOf(house, keeper)
  const withToken = (secret: string) => ({
    ...browser.headers,
    cookie: browser.headers.cookie.replace(/^lampline=[\w-]+/, `lampline=${secret}`),
  })
  const send = async (path: string, fields?: Record<string, string>, headers = withToken(token)) =>
    app.request(path, fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers })
  const begun = (await send('/session/proof/challenge', { next: people })).headers.get('location') ?? ''
  assert.equal(begun, `/session/proof?ask=now&next=${encodeURIComponent(people)}`)
  const { challenge, rpId, userVerification, allowCredentials } = optionsIn(await (await send(begun)).text())
  assert.deepEqual([rpId, userVerification, allowCredentials.length], ['localhost', 'required', 1])
  const done = await send('/session/proof', { answer: key.sign({ challenge }) })
  assert.deepEqual([done.status, done.headers.get('location')], [303, people])
  const [, renewed = ''] = /lampline=([\w-]+)/.exec(done.headers.getSetCookie().join()) ?? []
  assert.equal((await send(people, undefined, withToken(renewed))).status, 200)
  assert.match((await send('/me')).headers.get('location') ?? '', /^\/sign-in/)
})

test('An answer that does not hold leads back with a sentence; one that cannot be read is a slip of the form.', async () => {
  const { key, browser } = await given()
  await browser.post('/session/proof/challenge', {})
  const { challenge } = optionsIn((await browser.get('/session/proof')).text)
  const refused = await browser.post('/session/proof', { answer: key.sign({ challenge, tamper: true }) })
  assert.equal(refused.to, '/session/proof?slip=unchecked')
  assert.match((await browser.get(refused.to)).text, /The signature of this passkey does not hold/)
  for (const answer of [
    '',
    '{}',
    'null',
    '[',
    '{"id":"x"}',
    'x'.repeat(30_000),
    JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key' }),
  ]) {
    assert.equal((await browser.post('/session/proof', { answer })).status, 422, answer.slice(0, 20))
    assert.equal((await browser.post('/me/passkeys', { answer, name: 'x' })).status, 422, answer.slice(0, 20))
  }
})

test('The challenge of one browser is not on the page of another.', async () => {
  const { browser } = await given()
  await browser.post('/session/proof/challenge', {})
  const headers = { ...browser.headers, cookie: browser.headers.cookie.replace('lampline-browser=b', 'lampline-browser=c') }
  assert.doesNotMatch(await (await app.request('/session/proof', { headers })).text(), /data-options/)
  assert.match((await browser.get('/session/proof')).text, /data-options/)
})
