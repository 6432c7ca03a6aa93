import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { realHands } from '#ground/chance'
import { formOf, line } from '#ground/form'
import { refuse } from '#ground/refusal'
import { act } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const form = formOf(z.object({ wish: line(20) }))
const view = async () => ({ title: 'Wishes', body: 'A page' })
const deed = async (_tx: unknown, { wish }: { wish: string }) => (wish === 'moon' ? refuse('coaching.over') : wish)
const done = () => '/wishes?code=mistyped'
const routes = [act('/wishes', anyone, form, deed, done, view), act('/closed', signedIn, form, deed, done, view)]
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog }, routes)
const own = { 'sec-fetch-site': 'same-origin', accept: 'application/json' }

async function send(path: string, wish: string, headers: Record<string, string> = own) {
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams({ wish }) })
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const text = await answer.text()
  return { status: answer.status, type, told: type.endsWith('json') ? JSON.parse(text) : text }
}

test('A script that sends a form is told in a line where a person would be led, or in their sentences what to mend.', async () => {
  assert.deepEqual(await send('/wishes', 'lamp'), { status: 200, type: 'application/json', told: { to: '/wishes?code=mistyped' } })
  const type = 'application/problem+json'
  const { status, told, ...refused } = await send('/wishes', 'moon')
  assert.deepEqual([status, refused.type, told.status, told.title], [422, type, 422, 'Wishes'])
  assert.match(told.detail, /\w+ \w+.*\.$/)
  assert.match((await send('/wishes', '')).told.detail, /\.$/)
  const closed = await send('/closed', 'lamp')
  assert.deepEqual([closed.status, closed.type], [401, type])
})

test('To ask briefly opens nothing: another site is refused, and who asks for a page is led on to one.', async () => {
  assert.equal((await send('/wishes', 'lamp', { ...own, 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await send('/wishes', 'lamp', { ...own, accept: 'text/html,application/json' })).status, 303)
})
