import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { realHands } from '#ground/chance'
import { formOf, line } from '#ground/form'
import { refuse } from '#ground/refusal'
import { act, page, type Route } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const wishForm = formOf(z.object({ wish: line(20) }))

const wishPage = async (_db: unknown, _asked: unknown, again?: { values: Record<string, unknown>; slips: readonly { key: string }[] }) => ({
  title: 'A wish',
  body: `wish: ${String(again?.values.wish ?? '')} slips: ${(again?.slips ?? []).map(({ key }) => key).join()} ${'x'.repeat(600)}`,
})

let troubled: Error | null = null
const routes: Route[] = [
  page('/wish', anyone, async (...args) => {
    if (troubled) throw troubled
    return wishPage(...args)
  }),
  page('/mine', signedIn, wishPage),
  act(
    '/wish',
    anyone,
    wishForm,
    async (_tx, { wish }) => {
      if (wish === 'moon') refuse('matching.pinUnknown')
      if (wish === 'bug') throw new Error('ours')
      return wish
    },
    (wish) => (wish === 'away' ? 'https://elsewhere.example' : '/wish?done=saved'),
    wishPage,
  ),
  act(
    '/mine',
    signedIn,
    wishForm,
    async () => '',
    () => '/mine',
    wishPage,
  ),
]
const app = serveWeb({ database: house.database, config: testConfig, log: silentLog, ...realHands }, routes)
const ownForm = { 'sec-fetch-site': 'same-origin' }

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = ownForm) {
  const body = new URLSearchParams(fields)
  return app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
}

test('A deed ends in a redirect to a page of our own; anywhere else becomes the first page.', async () => {
  const done = await post('/wish', { wish: 'a lamp' })
  assert.equal(done.status, 303)
  assert.equal(done.headers.get('location'), '/wish?done=saved')
  assert.equal((await post('/wish', { wish: 'away' })).headers.get('location'), '/')
})

test('A slip and a refusal draw the page again with what was typed, 422.', async () => {
  const slip = await post('/wish', { wish: 'far too long a wish to be kept' })
  assert.equal(slip.status, 422)
  const text = await slip.text()
  assert.match(text, /far too long a wish/)
  assert.match(text, /slip\.too-long/)
  const refused = await post('/wish', { wish: 'moon' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /refusal\.matching\.pinUnknown/)
})

test('A form from another site changes nothing, and shows what it sent.', async () => {
  const other = await post('/wish', { wish: 'a lamp' }, { 'sec-fetch-site': 'cross-site' })
  assert.equal(other.status, 403)
  assert.match(await other.text(), /a lamp/)
  assert.equal((await post('/wish', { wish: 'a lamp' }, { origin: 'https://elsewhere.example', host: 'localhost' })).status, 403)
  assert.equal((await post('/wish', { wish: 'a lamp' }, { origin: 'null' })).status, 403)
})

test('An old telephone that sends neither Origin nor Sec-Fetch-Site comes in by the token of its own page, and by no other.', async () => {
  assert.equal((await post('/wish', { wish: 'a lamp' }, {})).status, 403)
  const first = await app.request('/wish')
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const formToken = /name="formToken" value="([^"]+)"/.exec(await first.text())?.[1] ?? ''
  assert.notEqual(formToken, '')
  assert.equal((await post('/wish', { wish: 'a lamp', formToken }, { cookie })).status, 303)
  assert.equal((await post('/wish', { wish: 'a lamp', formToken }, { cookie: 'lampline-browser=another' })).status, 403)
})

test('NUL in a text or an address is 400; half a Unicode pair is mended; too much is 413.', async () => {
  assert.equal((await post('/wish', { wish: 'a\u0000b' })).status, 400)
  assert.equal((await app.request('/wish?x=%00')).status, 400)
  const half = await app.request('/wish', {
    method: 'POST',
    body: 'wish=%ED%A0%80',
    headers: { ...ownForm, 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(half.status, 303)
  assert.equal((await post('/wish', { wish: 'x'.repeat(300_000) })).status, 413)
  assert.equal((await post('/wish', Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`f${at}`, ''])))).status, 400)
})

test('Where nobody is signed in, a page asks to sign in and a form keeps what was typed.', async () => {
  const asked = await app.request('/mine?x=1')
  assert.equal(asked.headers.get('location'), '/sign-in?next=%2Fmine%3Fx%3D1')
  const kept = await post('/mine', { wish: 'not lost' })
  assert.equal(kept.status, 401)
  assert.match(await kept.text(), /not lost/)
})

test('A fault of ours is 500 and tells nothing; a database that is away is 503, and the text is kept.', async () => {
  const ours = await post('/wish', { wish: 'bug' })
  assert.equal(ours.status, 500)
  assert.doesNotMatch(await ours.text(), /Error: ours|at .*\.ts/)
  troubled = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const away = await app.request('/wish')
  assert.equal(away.status, 503)
  assert.equal(away.headers.get('retry-after'), '10')
  troubled = Object.assign(new Error('could not extend file'), { code: '53100' })
  assert.match(await (await app.request('/wish')).text(), /no room left to write/)
  troubled = null
})

test('Every answer carries the headers that keep others out, and is small.', async () => {
  const answer = await app.request('/wish', { headers: { 'accept-encoding': 'gzip, br' } })
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /^default-src 'none'; style-src 'sha256-/)
  assert.doesNotMatch(policy, /unsafe|script/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.match(answer.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Lax/i)
  assert.equal(answer.headers.get('content-encoding'), 'br')
  assert.match(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString(), /^<!doctype html>/i)
})

test('HEAD answers as GET would, without a body; an unknown address is 404 in words.', async () => {
  const head = await app.request('/wish', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
  const missing = await app.request('/no-such-place')
  assert.equal(missing.status, 404)
  assert.match(await missing.text(), /could not find this page/)
})
