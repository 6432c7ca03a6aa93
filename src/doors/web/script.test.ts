import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { page, type View } from '#ground/route'
import { anyone } from '#people/gates'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { scriptPaths } from './script.ts'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const draw = (view: Partial<View>) => async () => ({ title: 'A page', body: 'A page', ...view })
const routes = [page('/with', anyone, draw({ script: 'passkeys' })), page('/without', anyone, draw({}))]
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog }, routes)

test('The script is a file of our own, whose address is of its text, so a browser may keep it for ever.', async () => {
  const answer = await app.request(scriptPaths.passkeys)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8')
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.deepEqual(answer.headers.getSetCookie(), [])
  const text = await answer.text()
  assert.equal(text, readFileSync(new URL('../../../public/passkeys.js', import.meta.url), 'utf8'))
  const mark = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  assert.equal(scriptPaths.passkeys, `/passkeys.${mark}.js`)
  assert.equal((await app.request('/passkeys.js')).status, 404)
})

test('A page that names the script may run it, and nothing else; any other page may run none.', async () => {
  const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy') ?? ''
  const [withScript, without] = [await policyOf('/with'), await policyOf('/without')]
  assert.match(without, /^default-src 'none'/)
  assert.doesNotMatch(without, /script-src|connect-src/)
  assert.equal(withScript, `${without}; script-src 'self'`)
  assert.match(await (await app.request('/with')).text(), new RegExp(`<script src="${scriptPaths.passkeys}" defer=""></script></head>`))
  assert.doesNotMatch(await (await app.request('/without')).text(), /<script/)
})
