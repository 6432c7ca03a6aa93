import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type FetchOptions, feedAddress, fetchFeed } from './fetch-feed.ts'
import { Refusal } from './refusal.ts'

const bomb = gzipSync(Buffer.alloc(50_000_000))
const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'
let seen: IncomingMessage[] = []
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/calendar.ics': (_request, response) =>
    response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' }).end(calendar),
  '/zipped': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(calendar)),
  '/bomb': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/broken': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not zipped'),
  '/brotli': (_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
  '/huge': (_request, response) => response.writeHead(200).end(Buffer.alloc(2_100_000, 'x')),
  '/silent': () => {},
  '/drip': (_request, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(drip))
  },
  '/short': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('BEGIN:VCALENDAR')
    setTimeout(() => response.destroy(), 20)
  },
  '/known': (request, response) => response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  '/moved': (_request, response) => response.writeHead(302, { location: '/calendar.ics' }).end(),
  '/inside': (_request, response) => response.writeHead(302, { location: 'http://[::1]:1/secret' }).end(),
  '/file': (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/round': (_request, response) => response.writeHead(302, { location: '/round' }).end(),
}
const server = createServer((request, response) => {
  seen.push(request)
  const page = pages[request.url ?? '']
  if (page) page(request, response)
  else response.writeHead(404).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => {
  server.closeAllConnections()
  return new Promise<void>((resolve) => server.close(() => resolve()))
})
const { port } = server.address() as AddressInfo
const ours: FetchOptions = { allowHttp: true, isAllowed: (address) => address === '127.0.0.1', wholeMs: 10_000 }
const none = { etag: null, modified: null }
const get = (path: string, options = ours, marks: { etag: string | null; modified: string | null } = none) =>
  fetchFeed(`http://127.0.0.1:${port}${path}`, marks, options)
const refused = (reason: string) => (error: unknown) =>
  error instanceof Refusal && error.reason === reason && !JSON.stringify(error.facts).includes('127')

test('A calendar comes with its marks, zipped or not, and is not sent again while it is the same.', async () => {
  assert.deepEqual(await get('/calendar.ics'), { text: calendar, etag: '"1"', modified: 'Mon, 23 Nov 2026 08:00:00 GMT' })
  assert.deepEqual(await get('/zipped'), { text: calendar, ...none })
  assert.equal(await get('/known', ours, { etag: '"1"', modified: null }), 'unchanged')
  assert.notEqual(await get('/moved'), 'unchanged')
  assert.ok(seen.every(({ headers }) => headers.cookie === undefined && headers.authorization === undefined))
})

test('What is too big, packed small or not, is left at the limit; what is no text of a calendar is refused.', async () => {
  for (const path of ['/huge', '/bomb']) await assert.rejects(get(path), refused('feeds.tooBig'))
  for (const path of ['/broken', '/brotli']) await assert.rejects(get(path), refused('feeds.notCalendar'))
})

test('A server that says nothing, or a letter now and then, is given ten seconds in all, here less.', async () => {
  for (const path of ['/silent', '/drip']) {
    const begun = performance.now()
    await assert.rejects(get(path, { ...ours, wholeMs: 300 }), refused('feeds.slow'))
    assert.ok(performance.now() - begun < 2_000)
  }
})

test('Nothing there, an answer cut short, and a redirect without end are not found.', async () => {
  for (const path of ['/nothing', '/short', '/round']) await assert.rejects(get(path), refused('feeds.notFound'), path)
  await assert.rejects(fetchFeed('http://127.0.0.1:1/x', none, ours), refused('feeds.notFound'))
})

test('Only https is read, and webcal as https; nothing with a name and a password in it.', () => {
  assert.equal(feedAddress(' webcal://calendar.example.org/a.ics#x ').href, 'https://calendar.example.org/a.ics')
  for (const text of [
    '',
    'calendar',
    'http://example.org/a.ics',
    'ftp://example.org',
    'file:///etc/passwd',
    'https://a:b@example.org',
    'https://',
  ]) {
    assert.throws(() => feedAddress(text), refused('feeds.address'), text)
  }
  assert.throws(() => feedAddress(`https://example.org/${'x'.repeat(2_000)}`), refused('feeds.address'))
})

test('A redirect is looked at like the address itself.', async () => {
  await assert.rejects(get('/inside'), refused('feeds.internal'))
  await assert.rejects(get('/file'), refused('feeds.address'))
  await assert.rejects(get('/moved', { ...ours, allowHttp: false }), refused('feeds.address'))
})

test('An address inside the house is refused in every way to write it, before anything is sent.', async () => {
  seen = []
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[::]',
    '0.0.0.0',
  ]
  const more = [
    '10.0.0.1',
    '192.168.1.1',
    '172.20.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '[fe80::1]',
    '[fd00::1]',
    '[2002:7f00:1::]',
    'localhost',
  ]
  for (const host of [...hosts, ...more]) {
    await assert.rejects(fetchFeed(`http://${host}:${port}/calendar.ics`, none, { allowHttp: true }), refused('feeds.internal'), host)
  }
  assert.deepEqual(seen, [])
})

type Resolve = NonNullable<FetchOptions['resolve']>
const resolving = (...answers: string[][]): { resolve: Resolve; asked: string[] } => {
  const asked: string[] = []
  const resolve = (host: string, _options: unknown, done: (error: null, found: { address: string; family: number }[]) => void) => {
    const found = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(host)
    done(
      null,
      found.map((address) => ({ address, family: 4 })),
    )
  }
  return { resolve: resolve as unknown as Resolve, asked }
}

test('A name that means an address inside, even beside a public one, is refused.', async () => {
  const { resolve } = resolving(['93.184.215.14', '127.0.0.1'])
  await assert.rejects(
    fetchFeed(`http://calendar.example.org:${port}/calendar.ics`, none, { allowHttp: true, resolve }),
    refused('feeds.internal'),
  )
})

test('A name is looked up once: what was looked at is what is connected to, whatever the name means a moment later.', async () => {
  seen = []
  const { resolve, asked } = resolving(['127.0.0.1'], ['10.0.0.1'])
  assert.notEqual(await fetchFeed(`http://calendar.example.org:${port}/calendar.ics`, none, { ...ours, resolve }), 'unchanged')
  assert.deepEqual([asked, seen[0]?.headers.host], [['calendar.example.org'], `calendar.example.org:${port}`])
})

test('The address that was reached is looked at too.', async () => {
  seen = []
  let looks = 0
  const isAllowed = () => {
    looks += 1
    return looks === 1
  }
  const { resolve } = resolving(['127.0.0.1'])
  await assert.rejects(
    fetchFeed(`http://calendar.example.org:${port}/calendar.ics`, none, { ...ours, isAllowed, resolve }),
    refused('feeds.internal'),
  )
  assert.deepEqual(seen, [])
})
