import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { makeFirstAdministratorLink } from './first-administrator.ts'
import { openSignIn } from './sign-in.testing.ts'

const fields = {
  organisation: 'Lantern',
  fullName: 'Leila',
  email: 'leila@example.org',
  language: 'en',
  calendar: 'gregory',
  zone: 'Asia/Kabul',
  start: 'empty',
}

async function given() {
  const house = await testHouse()
  const path = `/first-administrator/${await house.write(makeFirstAdministratorLink)}`
  return { house, path, browser: openSignIn(house).browser() }
}

test('A name in any script, however it looks, is kept exactly as it was written.', async () => {
  const names = [
    "Robert'); drop table people;--",
    '\u202egnp.exe',
    '<script>alert(1)</script>',
    'Ⅷ 𝕏 👩‍👧‍👦 زهرا',
    'N\u0303ame',
    'x'.repeat(200),
  ]
  for (const name of names) {
    const { house, path, browser } = await given()
    const begun = await browser.post(path, { ...fields, fullName: ` ${name} `, organisation: name })
    assert.equal(begun.to, '/?done=begun', name)
    const people = await house.read((db) => db.selectFrom('people').select('fullName').execute())
    const organisations = await house.read((db) => db.selectFrom('organisations').select('name').execute())
    assert.deepEqual([people, organisations], [[{ fullName: name.normalize('NFC') }], [{ name: name.normalize('NFC') }]])
    const [news] = await house.news('house.begun')
    assert.deepEqual(news?.facts, { sample: 0 })
  }
})

test('NUL is refused at the door, too long and too little at the field; nothing has begun, and what was typed stays.', async () => {
  const { house, path, browser } = await given()
  assert.equal((await browser.post(path, { ...fields, fullName: 'a\u0000b' })).status, 400)
  const bad = [{ fullName: 'x'.repeat(201) }, { organisation: ' \n ' }, { email: 'nobody' }, { zone: 'Mars/Olympus' }, { start: 'both' }]
  for (const wrong of [...bad, { language: 'tlh' }, { calendar: 'mayan' }]) {
    const { status, text } = await browser.post(path, { ...fields, ...wrong })
    assert.deepEqual([status, /role="alert"/.test(text)], [422, true], JSON.stringify(wrong))
    assert.match(text, 'email' in wrong ? /value="nobody"/ : /value="leila@example.org"/)
  }
  assert.deepEqual(await house.read((db) => db.selectFrom('organisations').select('id').execute()), [])
  assert.equal((await browser.post(path, fields)).to, '/?done=begun')
})

test('With the sample asked for, the news says so, and the administrator is signed in.', async () => {
  const { house, path, browser } = await given()
  assert.equal((await browser.post(path, { ...fields, start: 'sample' })).to, '/?done=sample')
  const [news] = await house.news('house.begun')
  assert.deepEqual(news?.facts, { sample: 1 })
  assert.match((await browser.get('/sign-in')).text, /You are signed in as \u2068Leila/)
})

test('A link that is not the newest founds nothing, and its page says so.', async () => {
  const { house, path, browser } = await given()
  const newer = `/first-administrator/${await house.write(makeFirstAdministratorLink)}`
  for (const stale of [path, '/first-administrator/x', `/first-administrator/${'x'.repeat(3_000)}`]) {
    assert.equal((await browser.get(stale)).status, 200)
    assert.doesNotMatch((await browser.get(stale)).text, /name="organisation"/)
    assert.ok([404, 422].includes((await browser.post(stale, fields)).status), stale.slice(0, 40))
  }
  assert.equal((await browser.post(newer, fields)).to, '/?done=begun')
})
