import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { realHands } from '#ground/chance'
import { formOf, line } from '#ground/form'
import type { Log } from '#ground/log'
import { refuse } from '#ground/refusal'
import { act } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const lines: string[] = []
const keep = (...parts: unknown[]) => lines.push(parts.map((part) => (part instanceof Error ? part.stack : JSON.stringify(part))).join(' '))
const log = { debug: keep, info: keep, warn: keep, error: keep } as unknown as Log
const form = formOf(z.object({ text: line(200) }))
const again = async () => ({ title: 'Again', body: 'again' })
const deed = (path: string, gate: typeof anyone, work: () => Promise<void>) => act(path, gate, form, work, () => '/', again)
const routes = [
  deed('/notes', signedIn, async () => {}),
  deed('/refused', anyone, async () => refuse('matching.pinUnknown')),
  deed('/broken', anyone, async () => {
    throw new Error('ours')
  }),
]
const app = serveWeb({ database: house.database, config: testConfig, log, ...realHands }, routes)
const typed = 'Canary <b>“typed”</b>\n\nand more'

function post(path: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ text: typed, formToken: 'x' })
  return app.request(`http://here.example${path}`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
}

test('Who is signed out meanwhile gets what they typed back, to be sent again, and a way to sign in beside it that leads to their page.', async () => {
  const answer = await post('/notes?page=2', { host: 'here.example', referer: 'http://here.example/partnerships/1/notebook' })
  const page = await answer.text()
  assert.equal(answer.status, 401)
  assert.match(page, /<form method="post" action="\/notes\?page=2" autocomplete="off">/)
  assert.match(page, /<textarea name="text" hidden[^>]* autocomplete="off">Canary &lt;b&gt;“typed”&lt;\/b&gt;\n\nand more<\/textarea>/)
  assert.match(page, /<a href="\/sign-in\?next=%2Fpartnerships%2F1%2Fnotebook" target="_blank" rel="noopener">/)
  assert.doesNotMatch(page, /name="formToken" value="x"/)
})

test('A page of somewhere else is no page to go on to.', async () => {
  const page = await (await post('/notes', { host: 'here.example', referer: 'https://elsewhere.example/evil' })).text()
  assert.match(page, /href="\/sign-in\?next=%2F"/)
})

test('What was typed is neither stored nor logged, whatever becomes of it.', async () => {
  for (const [path, status] of [
    ['/notes', 401],
    ['/refused', 422],
    ['/broken', 500],
    ['/nowhere', 404],
  ] as const) {
    const answer = await post(path)
    assert.deepEqual([answer.status, answer.headers.get('cache-control')], [status, 'no-store'])
  }
  assert.ok(lines.some((one) => one.includes('"/notes"')) && lines.some((one) => one.includes('ours')), 'the log was kept')
  assert.doesNotMatch(lines.join('\n'), /Canary|typed/)
})
