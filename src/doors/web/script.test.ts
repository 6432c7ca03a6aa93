import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { page, type View } from '#ground/route'
import { anyone } from '#people/gates'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { leanScript, scriptPaths } from './script.ts'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const draw = (view: Partial<View>) => async () => ({ title: 'A page', body: 'A page', ...view })
const routes = [
  page('/with', anyone, draw({ script: 'passkeys' })),
  page('/field', anyone, draw({ script: 'field' })),
  page('/without', anyone, draw({})),
]
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog }, routes)

const names = ['passkeys', 'field'] as const

for (const name of names) {
  test(`The script ${name} is a file of our own, whose address is of its text, so a browser may keep it for ever.`, async () => {
    const answer = await app.request(scriptPaths[name])
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.deepEqual(answer.headers.getSetCookie(), [])
    const text = await answer.text()
    assert.equal(text, leanScript(readFileSync(new URL(`../../../public/${name}.js`, import.meta.url), 'utf8')))
    assert.doesNotMatch(text, /\/\*|^\s/m)
    const mark = createHash('sha256').update(text).digest('base64url').slice(0, 16)
    assert.equal(scriptPaths[name], `/${name}.${mark}.js`)
    assert.equal((await app.request(`/${name}.js`)).status, 404)
  })
}

const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy') ?? ''

test('A page that names a script may run it, and nothing else; any other page may run none.', async () => {
  const [withScript, without] = [await policyOf('/with'), await policyOf('/without')]
  assert.match(without, /^default-src 'none'/)
  assert.doesNotMatch(without, /script-src|connect-src|worker-src/)
  assert.equal(withScript, `${without}; script-src 'self'`)
  assert.match(await (await app.request('/with')).text(), new RegExp(`<script src="${scriptPaths.passkeys}" defer=""></script></head>`))
  assert.doesNotMatch(await (await app.request('/without')).text(), /<script/)
})

test('Only the page of the field log has a worker and sends by itself; its worker too goes by that policy, and by no other.', async () => {
  const without = await policyOf('/without')
  const field = `${without}; script-src 'self'; worker-src 'self'; connect-src 'self'`
  assert.deepEqual(
    [await policyOf('/field'), await policyOf(scriptPaths.field), await policyOf(scriptPaths.passkeys)],
    [field, field, without],
  )
})
