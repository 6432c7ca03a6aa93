import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { fetchOutside, outsideLimits } from './fetch-outside.ts'

let reached = 0
const server = createServer((request, response) => {
  reached += 1
  if (request.url === '/huge') return void response.end(Buffer.alloc(outsideLimits.bytesMax + 1, 'x'))
  if (request.url === '/moved') return void response.writeHead(302, { location: '/small' }).end()
  if (request.url === '/silent') return
  if (request.url === '/short') {
    response.writeHead(200, { 'content-length': '1000' }).write('x')
    return void setTimeout(() => response.destroy(), 20)
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(`{"method":"${request.method}"}`)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => {
  server.closeAllConnections()
  return new Promise<void>((resolve) => server.close(() => resolve()))
})
const { port } = server.address() as AddressInfo
const inside = (path: string, asked = {}) => fetchOutside(new URL(`http://localhost:${port}${path}`), asked, true)

test('Without the setting nothing inside is reached: no name, no address in any writing, no http.', async () => {
  const before = reached
  for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '10.0.0.1', '169.254.169.254']) {
    for (const scheme of ['https', 'http']) {
      const url = new URL(`${scheme}://${host}:${port}/small`)
      await assert.rejects(fetchOutside(url, {}, false), { reason: 'outside.internal' }, url.href)
    }
  }
  assert.equal(reached, before)
})

test('With it a provider of the own network answers; no other scheme does.', async () => {
  assert.deepEqual(await (await inside('/small', { method: 'POST', body: 'a=1' })).json(), { method: 'POST' })
  await assert.rejects(fetchOutside(new URL('ftp://localhost/a'), {}, true), { reason: 'outside.internal' })
})

test('An answer that is too big, breaks off or never comes is refused by name; a redirect is not followed.', async () => {
  await assert.rejects(inside('/huge'), { reason: 'outside.tooBig' })
  await assert.rejects(inside('/short'), { reason: 'outside.notThere' })
  await assert.rejects(inside('/silent', { signal: AbortSignal.timeout(50) }), { reason: 'outside.notThere' })
  await assert.rejects(fetchOutside(new URL('http://localhost:9/'), {}, true), { reason: 'outside.notThere' })
  assert.equal((await inside('/moved')).status, 302)
})
