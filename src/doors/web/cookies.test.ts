import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands, secretHash } from '#ground/chance'
import { page } from '#ground/route'
import { signedIn } from '#people/gates'
import { web } from '#people/web'
import { givenOrganisation, givenPerson } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const mine = page('/mine', signedIn, async () => ({ title: 'Mine', body: 'mine' }))
const doorAt = (url: string) =>
  serveWeb({ ...realHands, database: house.database, config: { ...testConfig, url }, log: silentLog }, [mine, ...web])
const secure = doorAt('https://lamp.example')
const plain = doorAt('http://localhost:7070')
const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function givenSession() {
  const person = await givenPerson(house, await givenOrganisation(house))
  const token = realHands.newSecret()
  const until = realHands.now().add({ hours: 24 })
  await house.write((tx) =>
    tx
      .insertInto('sessions')
      .values({ id: tx.newId(), person: person.id, tokenHash: secretHash(token), device: 'd', startedAt: tx.now, until })
      .execute(),
  )
  return token
}

test('On https every cookie is of this host alone, over TLS, for no script, and not sent by other sites.', async () => {
  const token = await givenSession()
  const first = await secure.request('/sign-in')
  const language = await secure.request('/language', {
    method: 'POST',
    headers: sameOrigin,
    body: new URLSearchParams({ language: 'fa-AF', path: '/' }),
  })
  const headers = { ...sameOrigin, cookie: `__Host-lampline=${token}` }
  const left = await secure.request('/session/ending', { method: 'POST', headers, body: new URLSearchParams() })
  const set = [first, language, left].flatMap((answer) => answer.headers.getSetCookie())
  assert.deepEqual(
    set.map((cookie) => cookie.split('=')[0]),
    ['__Host-lampline-browser', '__Host-lampline-language', '__Host-lampline-browser', '__Host-lampline'],
  )
  for (const cookie of set) {
    for (const rule of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) assert.ok(cookie.includes(`; ${rule}`), `${cookie}: ${rule}`)
    assert.doesNotMatch(cookie, /domain=/i)
  }
})

test('On https a cookie without its prefix, as a neighbour host could set it, is not believed; without TLS there is no prefix.', async () => {
  const token = await givenSession()
  assert.equal((await secure.request('/mine', { headers: { cookie: `lampline=${token}` } })).status, 303)
  assert.equal((await secure.request('/mine', { headers: { cookie: `__Host-lampline=${token}` } })).status, 200)
  assert.equal((await plain.request('/mine', { headers: { cookie: `lampline=${token}` } })).status, 200)
  assert.match((await plain.request('/sign-in')).headers.get('set-cookie') ?? '', /^lampline-browser=(?!.*Secure)/)
})

test('Whoever signs out takes along what the browser keeps of the pages.', async () => {
  const headers = { ...sameOrigin, cookie: `__Host-lampline=${await givenSession()}` }
  const left = await secure.request('/session/ending', { method: 'POST', headers, body: new URLSearchParams() })
  assert.equal(left.headers.get('clear-site-data'), '"cache", "storage"')
  assert.match(left.headers.getSetCookie().join('\n'), /__Host-lampline=; Max-Age=0/)
  assert.equal((await secure.request('/mine', { headers })).status, 303)
})

test('Where the browser keeps logs that were not sent, whoever signs out is asked first, by whichever button, and then loses them.', async () => {
  const token = await givenSession()
  const headers = { ...sameOrigin, cookie: `lampline=${token}; lampline-unsent=2` }
  const send = (path: string, fields = {}) => plain.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const own = await house.read((db) => db.selectFrom('sessions').select('id').where('tokenHash', '=', secretHash(token)).executeTakeFirst())
  for (const path of ['/session/ending', `/sessions/${own?.id}/ending`]) {
    const asked = await send(path)
    assert.deepEqual([asked.headers.get('location'), asked.headers.get('clear-site-data')], ['/session/ending', null])
  }
  assert.match(await (await plain.request('/session/ending', { headers })).text(), /2 logs wait/)
  assert.equal((await plain.request('/mine', { headers })).status, 200)
  const left = await send('/session/ending', { sure: 'yes' })
  assert.equal(left.headers.get('clear-site-data'), '"cache", "storage"')
  assert.match(left.headers.getSetCookie().join('\n'), /lampline-unsent=; Max-Age=0/)
  assert.equal((await plain.request('/mine', { headers })).status, 303)
})
