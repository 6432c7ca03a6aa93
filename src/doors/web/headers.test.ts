import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { z } from 'zod'
import { realHands } from '#ground/chance'
import { formOf, line } from '#ground/form'
import { act, file, page } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'
import { onPort } from './watch.testing.ts'

const house = await testHouse()
const view = async () => ({ title: 'Here', body: 'here' })
const bytes = new TextEncoder().encode('code\n=1\n')
const wishForm = formOf(z.object({ wish: line(20), thing: line(20) }))
const taken: unknown[] = []
const routes = [
  page('/here', anyone, view),
  page('/mine', signedIn, view),
  page('/broken', anyone, async () => {
    throw new Error('ours')
  }),
  file('/sheet.csv', anyone, async () => ({ name: 'a"\r\nx: y; <b>رهنما.csv', type: 'text/csv; charset=utf-8', bytes })),
  act(
    '/things/:thing',
    anyone,
    wishForm,
    async (_tx, input) => taken.push(input),
    () => '/here',
    view,
  ),
]
const doorAt = (url: string) => serveWeb({ ...realHands, database: house.database, config: { ...testConfig, url }, log: silentLog }, routes)
const app = doorAt('https://lamp.example')
const { url } = await onPort(doorAt('http://localhost:7070'))
const sameOrigin = { 'sec-fetch-site': 'same-origin' }
const post = (path: string, body: URLSearchParams, headers: Record<string, string> = sameOrigin) =>
  app.request(path, { method: 'POST', headers, body })
const wish = (text: string) => new URLSearchParams({ wish: text })

/** Sends bytes as they are, and answers all that came back. */
function talk(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (part) => {
      said += part.toString()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(said))
  })
}

test('Every answer, of whatever kind, carries every rule for the browser, over TLS that of TLS too, and opens to no other site.', async () => {
  const answers = {
    page: await app.request('/here', { headers: { origin: 'https://evil.example' } }),
    redirect: await post('/things/1', wish('lamp')),
    slip: await post('/things/1', wish('')),
    otherSite: await post('/things/1', wish('lamp'), { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }),
    tooLarge: await post('/things/1', wish('x'.repeat(300_000))),
    closed: await app.request('/mine'),
    missing: await app.request('/nowhere'),
    broken: await app.request('/broken'),
    file: await app.request('/sheet.csv'),
    language: await post('/language', new URLSearchParams({ language: 'en', path: '/' })),
    languageTooLarge: await post('/language', new URLSearchParams({ language: 'en', path: `/${'x'.repeat(20_000)}` })),
    options: await app.request('/here', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
  }
  assert.deepEqual(
    Object.values(answers).map(({ status }) => status),
    [200, 303, 422, 403, 413, 303, 404, 500, 200, 303, 303, 404],
  )
  for (const [what, { headers }] of Object.entries(answers)) {
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      assert.ok(policy.includes(rule), `${what}: ${rule}`)
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains', what)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', what)
    assert.equal(headers.get('referrer-policy'), 'same-origin', what)
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', what)
    assert.equal(headers.get('cache-control'), 'no-store', what)
    assert.equal(headers.get('access-control-allow-origin'), null, what)
    assert.equal(headers.get('x-powered-by') ?? headers.get('server'), null, what)
    if (headers.get('content-type') !== null) assert.match(headers.get('content-type') ?? '', /; charset=utf-8$/i, what)
  }
  assert.equal((await doorAt('http://localhost').request('/here')).headers.get('strict-transport-security'), null)
})

test('A file leaves as a file, under a name that breaks no header.', async () => {
  const { headers } = await app.request('/sheet.csv')
  assert.match(headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''[\w.%-]+$/)
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
})

test('A field with the name of something that every object has is a field like any other, and none takes the place of the path.', async () => {
  const body = new URLSearchParams([...wish('lamp'), ['thing', 'theirs'], ['constructor', 'x'], ['toString', 'x'], ['hasOwnProperty', 'x']])
  assert.equal((await post('/things/ours', body)).status, 303)
  assert.deepEqual(taken.at(-1), { wish: 'lamp', thing: 'ours' })
  assert.equal((await post('/things/ours', new URLSearchParams([...wish('lamp'), ['__proto__', 'x']]))).status, 400)
  const kept = await post('/things/1', new URLSearchParams({ constructor: 'typed' }), { 'sec-fetch-site': 'cross-site' })
  const page = await kept.text()
  assert.deepEqual(page.match(/name="constructor"[^>]*>[^<]*</g)?.length, 1)
  assert.match(page, /name="constructor"[^>]*>typed</)
})

test('One field sent twice is no text: it is refused, and not the first or the last of them.', async () => {
  assert.equal((await post('/things/1?wish=other', new URLSearchParams([...wish('lamp'), ...wish('moon')]))).status, 422)
  assert.equal((await post('/things/1?wish=other', new URLSearchParams())).status, 422)
})

test('There is no folder to look into: no listing, no source, no settings, by no way to write it.', async () => {
  for (const path of [
    '/.git/config',
    '/.env',
    '/package.json',
    '/dist/',
    '/public/',
    '/data/',
    '/..%2fpackage.json',
    '/public/..%2f..%2fetc/passwd',
  ])
    assert.equal((await app.request(path)).status, 404, path)
  for (const path of ['/metrics', '/debug', '/health', '/status', '/openapi.json', '/admin'])
    assert.equal((await app.request(path)).status, 404, path)
  assert.match(await talk('GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'), /^HTTP\/1.1 404 /)
})

test('No method but GET, HEAD and POST does anything, and TRACE says nothing back.', async () => {
  const before = taken.length
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) assert.equal((await app.request('/things/1', { method })).status, 404, method)
  const traced = await talk('TRACE /here HTTP/1.1\r\nHost: localhost\r\nX-Secret: canary\r\nConnection: close\r\n\r\n')
  assert.match(traced, /^HTTP\/1.1 [45]\d\d /)
  assert.doesNotMatch(traced, /canary/)
  assert.equal((await app.request('/things/1?wish=lamp')).status, 404)
  assert.equal(taken.length, before)
})

test('A message whose length is said in two ways is refused, and what hides behind it is not heard.', async () => {
  const hidden = 'GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const head = 'POST /things/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n'
  for (const lengths of [
    'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n',
    'Transfer-Encoding: xchunked\r\n',
    'Content-Length: +6\r\n',
  ]) {
    const said = await talk(`${head}${lengths}\r\n0\r\n\r\n${hidden}`)
    assert.match(said, /^HTTP\/1.1 400 /, lengths)
    assert.equal(said.match(/HTTP\/1.1 \d+/g)?.length, 1, lengths)
  }
})
