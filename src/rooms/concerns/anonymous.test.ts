import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { serveWeb } from '#doors/web/serve'
import { realHands, secretHash } from '#ground/chance'
import type { Log } from '#ground/log'
import { givenPerson } from '#testing/given'
import { testConfig, testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { givenSafe } from './concerns.testing.ts'
import { remindOfficers } from './remind-officers.ts'
import { tellAddition, tellOfficers } from './tell-officers.ts'
import { web } from './web.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const logged: unknown[] = []
const write = (...said: unknown[]) => {
  logged.push(said)
}
const log = { debug: write, info: write, warn: write, error: write } as unknown as Log
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log, now: house.now }, web)
const address = '203.0.113.77'
const env = { incoming: { socket: { remoteAddress: address } } }

/** Every row of every table, as text. */
async function dump(): Promise<Set<string>> {
  return onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    const all = new Set<string>()
    for (const { name } of rows)
      for (const { row } of (await client.query(`select '${name} ' || t::text as row from ${name} t`)).rows) all.add(row)
    return all
  }, house.databaseName)
}

async function givenSignedIn() {
  const person = await givenPerson(house, safe.organisation)
  const [token, browser] = [realHands.newSecret(), realHands.newSecret()]
  const session = realHands.newId()
  await house.write((tx) => {
    const times = { startedAt: tx.now, until: tx.now.add({ hours: 9 }) }
    return tx
      .insertInto('sessions')
      .values({ id: session, person: person.id, tokenHash: secretHash(token), ...times })
      .execute()
  })
  const headers = {
    cookie: `lampline=${token}; lampline-browser=${browser}`,
    'sec-fetch-site': 'same-origin',
    'user-agent': 'Firefox/140 Android',
  }
  const post = async (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }, env)
  const network = createHash('sha256').update(address).digest('base64url')
  const secrets = [token, browser, network]
  const hashes = secrets.flatMap((secret) => [secret, secretHash(secret).toString('hex'), secretHash(secret).toString('base64url')])
  const hex = Buffer.from(network, 'base64url').toString('hex')
  return { person, session, post, marks: [person.id, person.code, session, address, 'Firefox', hex, ...hashes] }
}

const form = () => ({
  id: realHands.newId(),
  reference: realHands.newSecret(),
  what: 'He shouts.',
  severity: 'serious',
  reach: '',
  about: '',
})

/** What a deed left behind, in the tables and the log. */
async function leftBy(deed: () => Promise<unknown>): Promise<string[]> {
  const before = await dump()
  logged.length = 0
  await deed()
  return [...[...(await dump())].filter((row) => !before.has(row)), JSON.stringify(logged)]
}

async function heeded(): Promise<void> {
  for (const news of await house.news('concern.raised')) await house.write((tx) => tellOfficers(tx, news))
  for (const news of await house.news('concern.added')) await house.write((tx) => tellAddition(tx, news))
  house.setNow(house.now().add({ hours: 30 }).toString())
  await house.write(remindOfficers)
}

test('Of an anonymous concern, told and added to while signed in, nothing anywhere tells who: no person, session, device or network.', async () => {
  const { post, marks } = await givenSignedIn()
  const told = form()
  const rows = await leftBy(async () => {
    assert.equal((await post('/concern', { ...told, anonymous: 'yes' })).status, 303)
    const added = await post(`/concern/${told.reference}/messages`, { id: realHands.newId(), text: 'More.' })
    assert.equal(added.status, 303)
    await heeded()
  })
  assert.ok(rows.some((row) => row.includes('concern_tellings')))
  assert.ok(rows.some((row) => row.includes('concern_messages')))
  assert.ok(rows.some((row) => row.includes('mails')))
  assert.ok(logged.length > 0)
  for (const row of rows) for (const mark of marks) assert.ok(!row.includes(mark), `${mark} in ${row}`)
  assert.ok(!rows.some((row) => row.includes(told.reference)), 'the secret itself is kept nowhere')
})

test('The same, by name, does tell; so the search finds what it looks for.', async () => {
  const { post, marks, person } = await givenSignedIn()
  const rows = await leftBy(async () => assert.equal((await post('/concern', form())).status, 303))
  assert.ok(rows.some((row) => row.includes('concern_tellings') && row.includes(person.id)))
  assert.ok(rows.some((row) => marks.some((mark) => row.includes(mark))))
})

test('A partnership is not kept of who stays anonymous: the form says why, and what was typed stays.', async () => {
  const { post } = await givenSignedIn()
  const answer = await post('/concern', { ...form(), anonymous: 'yes', partnership: safe.id })
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.match(text, /Which partner is yours would tell who you are/)
  assert.match(text, /He shouts\./)
})
