import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { limits } from './session.ts'
import { letterAbout, newestLinkAt, openSignIn, sessionsIn } from './sign-in.testing.ts'

const house = await testHouse()
const { browser: openBrowser } = openSignIn(house)
const organisation = await givenOrganisation(house)
let nth = 0

type Facts = Parameters<typeof givenPerson>[2]

/** A person who asked for a letter, in the browser that asked, with what the letter holds. */
async function givenAsked({ next, ...facts }: Facts & { next?: string } = {}) {
  nth += 1
  const address = `sign-in${nth}@example.org`
  const person = await givenPerson(house, organisation, { email: address, ...facts })
  const browser = openBrowser({ language: facts.language ?? 'en' })
  const asking = await browser.post('/sign-in', { address, ...(next ? { next } : {}) })
  assert.deepEqual([asking.status, asking.to], [303, '/sign-in/code'])
  const link = await newestLinkAt(house, address)
  const letter = await letterAbout(house, link)
  assert.ok(letter)
  return { person, address, browser, letter, link, path: `/sign-in/${letter.token}` }
}

const rowsOf = (table: 'signInUses' | 'signInTries', link: string) =>
  house.read((db) => db.selectFrom(table).selectAll().where('link', '=', link).execute())
const sessionsOf = async (person: string) => (await sessionsIn(house)).filter((row) => row.person === person)

test('A letter is in its person’s language, with a code and a link; the code may be typed in Persian digits.', async () => {
  const { browser, letter, person } = await givenAsked({ language: 'fa-AF' })
  assert.match(letter.body, /[\u0600-\u06ff]/)
  assert.doesNotMatch(letter.body, /undefined|Dear|minutes/)
  assert.match(letter.token, /^[\w-]{22}$/)
  assert.match(letter.code, /^[A-HJ-NP-Z2-9]{8}$/)
  const code = letter.code.toLowerCase().replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')
  assert.equal((await browser.post('/sign-in/code', { code: `${code.slice(0, 4)} ${code.slice(4)}` })).to, '/')
  assert.equal((await sessionsOf(person.id)).length, 1)
})

test('No row of the whole database holds a secret as it is, but the letter that carries it.', async () => {
  const { browser, letter, path } = await givenAsked()
  await browser.post('/sign-in/code', { code: 'WRONG234' })
  assert.equal((await browser.post(path)).status, 303)
  const secrets = [letter.token, letter.code, browser.jar.get('lampline') ?? '', browser.jar.get('lampline-browser') ?? '']
  const found = await onServer(async (client) => {
    const { rows: tables } = await client.query(`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'mails'`)
    assert.ok(tables.length > 20)
    const hits: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`select to_jsonb(t)::text as row from ${name} t`)
      const kept = rows.map(({ row }) => row).join('\n')
      for (const secret of secrets) if (kept.includes(secret) || kept.includes(Buffer.from(secret).toString('hex'))) hits.push(name)
    }
    return hits
  }, house.databaseName)
  assert.equal(secrets.filter((secret) => secret.length >= 8).length, 4)
  assert.deepEqual(found, [])
})

test('Looking at the link consumes nothing, by GET or by HEAD, even in the browser that asked.', async () => {
  const { browser, path, link } = await givenAsked()
  for (let looks = 0; looks < 3; looks += 1) {
    const [seen, head] = [await browser.get(path), await browser.head(path)]
    assert.deepEqual([seen.status, head.status, head.text], [200, 200, ''])
    assert.match(seen.text, new RegExp(`<form method="post" action="${path}"`))
  }
  assert.deepEqual([await rowsOf('signInUses', link), await rowsOf('signInTries', link)], [[], []])
  assert.equal((await browser.post(path)).to, '/')
})

test('Five wrong codes are kept as tries, and close it: the sixth, and right, is refused with a sentence.', async () => {
  const { browser, letter, link, person } = await givenAsked()
  for (let tries = 1; tries <= limits.codeTriesMax; tries += 1) {
    const wrong = await browser.post('/sign-in/code', { code: 'AAAA AAAA' })
    assert.deepEqual([wrong.status, wrong.to], [303, '/sign-in/code?wrong=1'])
    assert.equal((await rowsOf('signInTries', link)).length, tries)
  }
  const right = await browser.post('/sign-in/code', { code: letter.code })
  const { text } = await browser.get(right.to)
  assert.match(text, /Too many codes were wrong/)
  assert.doesNotMatch(text, /name="code"/)
  assert.deepEqual(await sessionsOf(person.id), [])
})

test('Of 32 at once, some by link and some by code, one signs in, and one cookie is given.', async () => {
  const { browser, letter, path, person } = await givenAsked()
  const all = await Promise.all(
    Array.from({ length: 32 }, (_, at) => (at % 2 ? browser.post(path) : browser.post('/sign-in/code', { code: letter.code }))),
  )
  assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([303]))
  const given = all.filter(({ setCookies }) => setCookies.some((set) => set.startsWith('lampline=')))
  assert.equal(given.length, 1)
  assert.equal((await sessionsOf(person.id)).length, 1)
})

test('Until the last second of ten minutes link and code open; then neither, and each page says why.', async () => {
  const before = house.now()
  const [early, late] = [await givenAsked(), await givenAsked()]
  house.setNow(before.add({ seconds: 599 }).toString())
  assert.equal((await early.browser.post(early.path)).to, '/')
  house.setNow(before.add({ minutes: 10 }).toString())
  assert.equal((await late.browser.post(late.path)).to, late.path)
  assert.match((await late.browser.get(late.path)).text, /older than 10 minutes/)
  assert.equal((await late.browser.post('/sign-in/code', { code: late.letter.code })).to, '/sign-in/code')
  assert.match((await late.browser.get('/sign-in/code')).text, /older than 10 minutes/)
  assert.deepEqual(await sessionsOf(late.person.id), [])
  house.setNow(before.toString())
})

test('Too many letters at an address, or from a network, are refused on the page, with what was typed.', async () => {
  const address = 'flooded@example.org'
  for (let letters = 0; letters < limits.linksAnHourAnAddressMax; letters += 1) {
    assert.equal((await openBrowser().post('/sign-in', { address })).status, 303)
  }
  const refused = await openBrowser().post('/sign-in', { address: ' Flooded@Example.ORG ' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Several letters were asked for at this address/)
  assert.match(refused.text, /value=" Flooded@Example.ORG "/)
  const network = '198.51.100.9'
  const from = () => openBrowser({ network }).post('/sign-in', { address: `many${(nth += 1)}@example.org` })
  for (let letters = 0; letters < limits.linksAnHourANetworkMax; letters += 1) assert.equal((await from()).status, 303)
  assert.match((await from()).text, /Very many letters were asked for from your network/)
  assert.equal((await openBrowser({ network: '198.51.100.10' }).post('/sign-in', { address: 'next@example.org' })).status, 303)
})

test('One goes on to a page of our own only, whatever the form or the address says.', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in']) {
    const page = await openBrowser().get(`/sign-in?next=${encodeURIComponent(next)}`)
    assert.doesNotMatch(page.text, /name="next"/, next)
    const { browser, path } = await givenAsked({ next })
    assert.equal((await browser.post(path)).to, '/', next)
  }
  assert.match((await openBrowser().get('/sign-in?next=%2Fme%3Fa%3D1')).text, /name="next" value="\/me\?a=1"/)
})

test('Where an address is shared, the code of the letter asks who it is; somebody else’s person code does not sign in.', async () => {
  const shared = await givenAsked({ fullName: 'Zahra' })
  const other = await givenPerson(house, organisation, { email: shared.address, fullName: 'Habib' })
  const { browser, letter, person } = shared
  assert.equal((await browser.post('/sign-in/code', { code: letter.code })).to, '/sign-in/who')
  for (const answer of [
    { person: person.id, code: other.code },
    { person: other.id, code: person.code },
    { person: crypto.randomUUID(), code: 'x' },
  ]) {
    assert.equal((await browser.post('/sign-in/who', answer)).to, '/sign-in/who?wrong=1')
  }
  for (const slip of [
    { person: person.id, code: '' },
    { person: 'x', code: person.code },
  ]) {
    const drawn = await browser.post('/sign-in/who', slip)
    assert.deepEqual([drawn.status, /role="alert"/.test(drawn.text)], [422, true])
  }
  assert.equal(browser.jar.has('lampline'), false)
  assert.equal((await browser.post('/sign-in/who', { person: other.id, code: other.code.toLowerCase() })).to, '/')
  assert.deepEqual([(await sessionsOf(person.id)).length, (await sessionsOf(other.id)).length], [0, 1])
})

test('A session that ended opens nothing, though the browser still sends it.', async () => {
  const { browser, path } = await givenAsked()
  await browser.post(path)
  const token = browser.jar.get('lampline') ?? ''
  await browser.post('/session/ending')
  browser.jar.set('lampline', token)
  assert.doesNotMatch((await browser.get('/sign-in')).text, /You are signed in/)
  assert.equal((await browser.post('/session/ending')).status, 401)
})
