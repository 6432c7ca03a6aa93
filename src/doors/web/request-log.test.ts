import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { realHands } from '#ground/chance'
import { formOf, line } from '#ground/form'
import { openLog } from '#ground/log'
import { found, refuse } from '#ground/refusal'
import { act, page } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { letterAbout } from '#people/sign-in.testing'
import { signInWeb } from '#people/sign-in-web'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const lines: string[] = []
const log = openLog('info', { write: (text) => void lines.push(text) })
const view = async () => ({ title: 'Here', body: 'here' })
const routes = [
  page('/mine', signedIn, view),
  page('/theirs/:thing', anyone, async () => found<never>(undefined)),
  page('/broken', anyone, async () => {
    throw new Error('the certificate of the mail server has expired')
  }),
  act(
    '/wish',
    anyone,
    formOf(z.object({ wish: line(9) })),
    async (_tx, { wish }) => (wish === 'moon' ? refuse('people.linksNetwork') : wish),
    () => '/mine',
    view,
  ),
  ...signInWeb,
]
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log, now: house.now }, routes)
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...headers }, body: new URLSearchParams(fields) })
const said = () => lines.splice(0).map((text) => JSON.parse(text))

test('Whatever is refused leaves its line: who is not signed in, what is not theirs, another site, a slip, a limit, too much, a fault.', async () => {
  await app.request('/mine')
  await app.request('/theirs/31')
  await post('/wish', { wish: 'lamp' }, { 'sec-fetch-site': 'cross-site' })
  await post('/wish', { wish: 'far too long' })
  await post('/wish', { wish: 'moon' })
  await post('/wish', { wish: 'x'.repeat(300_000) })
  await app.request('/broken')
  const all = said()
  assert.deepEqual(
    all.filter(({ msg }) => msg === 'request').map(({ method, route, status }) => `${method} ${route} ${status}`),
    ['GET /mine 303', 'GET /theirs/:thing 404', 'POST /wish 403', 'POST /wish 422', 'POST /wish 422', 'POST /wish 413', 'GET /broken 500'],
  )
  const fault = all.find(({ level }) => level === 50)
  assert.match(fault.err.message, /certificate/)
  assert.match(fault.err.stack, /request-log\.test/)
})

test('No name, address, code, link, cookie or anything that was typed comes into the log, however signing in goes.', async () => {
  said()
  const address = 'canary.zarghuna@example.org'
  await givenPerson(house, await givenOrganisation(house), { email: address, fullName: 'Zarghuna Canary' })
  const first = await app.request('/sign-in?next=/canary-next')
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await post('/sign-in', { address }, { cookie })
  const link = (await house.news('sign-in.asked')).at(-1)?.subject ?? ''
  const letter = await letterAbout(house, link)
  assert.ok(letter)
  await post('/sign-in/code', { code: 'CANARYXX' }, { cookie })
  await app.request(`/sign-in/${letter.token}`, { headers: { cookie } })
  const entered = await post('/sign-in/code', { code: letter.code }, { cookie })
  const session = /lampline=([\w-]+)/.exec(entered.headers.getSetCookie().join())?.[1] ?? ''
  assert.notEqual(session, '')
  await post('/wish', { wish: 'canary wish' }, { cookie: `${cookie}; lampline=${session}`, 'user-agent': 'canary/1' })
  const text = JSON.stringify(said())
  assert.match(text, /sign-in\/:token/)
  for (const secret of ['canary', 'zarghuna', letter.token, letter.code, session, cookie.split('=')[1] ?? '', link])
    assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret)
})
