import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { networkOf } from './caller.ts'

const app = (proxy: boolean) => new Hono().get('/', (c) => c.text(networkOf(c, proxy)))
const seen = async (proxy: boolean, headers: Record<string, string>, remoteAddress = '192.0.2.1') =>
  (await app(proxy).request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text()

test('Without a proxy nobody gives themselves another network, by whatever header.', async () => {
  const own = await seen(false, {})
  for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip'])
    assert.equal(await seen(false, { [name]: '203.0.113.9' }), own, name)
  assert.notEqual(await seen(false, {}, '192.0.2.2'), own)
})

test('Behind a proxy only what it wrote itself counts, which stands last; what was sent before it does not.', async () => {
  const told = await seen(true, { 'x-forwarded-for': '203.0.113.9' })
  assert.equal(await seen(true, { 'x-forwarded-for': 'forged, 198.51.100.7, 203.0.113.9' }), told)
  assert.notEqual(await seen(true, { 'x-forwarded-for': '203.0.113.9, 203.0.113.10' }), told)
  for (const name of ['x-real-ip', 'forwarded', 'cf-connecting-ip'])
    assert.equal(await seen(true, { [name]: '203.0.113.99', 'x-forwarded-for': '203.0.113.9' }), told, name)
})

test('A network is known by a hash, not by its address.', async () => {
  assert.match(await seen(false, {}), /^[\w-]{43}$/)
})
