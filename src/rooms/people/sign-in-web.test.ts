import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serveWeb } from '#doors/web/serve'
import { realHands } from '#ground/chance'
import { page } from '#ground/route'
import { givenOrganisation, givenPerson } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { makeFirstAdministratorLink } from './first-administrator.ts'
import { anyone } from './gates.ts'
import { sessionsIn } from './sign-in.testing.ts'
import { web } from './web.ts'
import { writeSignInLetter } from './write-sign-in-letter.ts'

const house = await testHouse()
const home = page('/', anyone, async (_db, { me }) => ({ title: 'Home', body: `home of ${me?.name ?? 'nobody'}` }))
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog, now: house.now }, [home, ...web])
const organisation = await givenOrganisation(house)
let nth = 0

/** A browser with its cookies, as an ordinary person has. */
function openBrowser() {
  const jar = new Map<string, string>()
  const send = async (method: string, path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers: Record<string, string> = { cookie, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
    const answer = await app.request(path, fields ? { method, headers, body: new URLSearchParams(fields) } : { method, headers })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const text = (await answer.text()).replace(/<style>[\s\S]*?<\/style>/g, '')
    return { status: answer.status, to: answer.headers.get('location') ?? '', text, headers: answer.headers }
  }
  return {
    jar,
    get: (path: string) => send('GET', path),
    head: (path: string) => send('HEAD', path),
    post: (path: string, fields: Record<string, string> = {}) => send('POST', path, fields),
  }
}

/** Writes the letter that was asked for last, and answers what is in it. */
async function lastLetter() {
  const news = (await house.news('sign-in.asked')).at(-1)
  await house.write((tx) => writeSignInLetter(tx, { subject: news?.subject ?? '' }))
  const mail = await house.read((db) =>
    db
      .selectFrom('mails')
      .select('body')
      .where('about', '=', news?.subject ?? '')
      .executeTakeFirst(),
  )
  return { path: /\n(\/sign-in\/\S+)$/.exec(mail?.body ?? '')?.[1] ?? '', code: /\n([A-Z0-9]{8})\n/.exec(mail?.body ?? '')?.[1] ?? '' }
}

async function givenAsked(next?: string) {
  nth += 1
  const email = `door${nth}@example.org`
  const person = await givenPerson(house, organisation, { email })
  const browser = openBrowser()
  await browser.get('/sign-in')
  const asked = await browser.post('/sign-in', { address: ` ${email.toUpperCase()}`, ...(next ? { next } : {}) })
  assert.deepEqual([asked.status, asked.to], [303, '/sign-in/code'])
  return { person, email, browser, ...(await lastLetter()) }
}
const nextHour = () => house.setNow(house.now().add({ hours: 1, seconds: 1 }).toString())

test('A mail scanner that opens the link, however often, neither uses it up nor gets in.', async () => {
  const { browser, path } = await givenAsked()
  const before = (await sessionsIn(house)).length
  for (let times = 0; times < 3; times++) {
    const scanner = openBrowser()
    assert.equal((await scanner.head(path)).status, 200)
    const seen = await scanner.get(path)
    assert.match(seen.text, /not the browser in which you asked/)
    assert.doesNotMatch(seen.text, new RegExp(`action="${path}"`))
    // Some scanners run scripts and press buttons.
    assert.equal((await scanner.post(path)).to, path)
    assert.equal(scanner.jar.has('lampline'), false)
  }
  assert.equal((await browser.get(path)).text.match(/<button(?![^>]*class="link")/g)?.length, 1)
  assert.equal((await sessionsIn(house)).length, before)
  assert.equal((await browser.post(path)).to, '/')
  assert.match((await browser.get('/')).text, /home of Person/)
  assert.match((await openBrowser().get(path)).text, /was used already/)
})

test('The code is typed where it was asked; a wrong one says how many tries are left.', async () => {
  const { browser, code, email } = await givenAsked('/me')
  assert.match((await browser.get('/sign-in/code')).text, new RegExp(`We wrote to \u2068${email}`))
  const wrong = await browser.post('/sign-in/code', { code: 'AAAA AAAA' })
  assert.match((await browser.get(wrong.to)).text, /You have 4 more tries/)
  assert.equal((await browser.post('/sign-in/code', { code: '' })).status, 422)
  const right = await browser.post('/sign-in/code', { code })
  assert.equal(right.to, '/me')
  assert.match(right.headers.getSetCookie().join(), /lampline=[\w-]{22};.*HttpOnly; SameSite=Lax/i)
})

test('An address that we do not know gets the same answers, page for page.', async () => {
  const known = await givenAsked()
  nextHour()
  const browser = openBrowser()
  await browser.get('/sign-in')
  const asked = await browser.post('/sign-in', { address: 'stranger@example.org' })
  await lastLetter()
  assert.deepEqual([asked.status, asked.to], [303, '/sign-in/code'])
  const plain = (text: string, address: string) => text.replaceAll(address, 'ADDRESS').replace(/name="formToken" value="[^"]+"/g, '')
  nextHour()
  const again = await known.browser.post('/sign-in', { address: known.email })
  assert.equal(again.to, asked.to)
  await browser.post('/sign-in', { address: 'stranger@example.org' })
  const pages = await Promise.all([known.browser.get('/sign-in/code'), browser.get('/sign-in/code')])
  assert.equal(plain(pages[0].text, known.email), plain(pages[1].text, 'stranger@example.org'))
  const wrong = await Promise.all([known.browser, browser].map((one) => one.post('/sign-in/code', { code: 'AAAAAAAA' })))
  assert.deepEqual([wrong[0]?.status, wrong[0]?.to], [wrong[1]?.status, wrong[1]?.to])
})

test('Signing in goes on to a page of ours only.', async () => {
  const { browser, path } = await givenAsked('//evil.example/me')
  assert.equal((await browser.post(path)).to, '/')
})

test('Where several share an address, one says who one is: called names are shown, nothing else.', async () => {
  nextHour()
  const email = 'family@example.org'
  const one = await givenPerson(house, organisation, { email, fullName: 'Zarghuna <b>' })
  const other = await givenPerson(house, organisation, { email, fullName: 'Habib' })
  const browser = openBrowser()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { address: email })
  const { path } = await lastLetter()
  assert.equal((await browser.post(path)).to, '/sign-in/who')
  const who = await browser.get('/sign-in/who')
  assert.match(who.text, /Zarghuna &lt;b&gt;/)
  for (const code of [one.code, other.code]) assert.ok(!who.text.includes(`>${code}<`) && !who.text.includes(`"${code}"`))
  const wrong = await browser.post('/sign-in/who', { person: one.id, code: other.code })
  assert.match((await browser.get(wrong.to)).text, /not the code of this person/)
  assert.equal((await browser.post('/sign-in/who', { person: one.id, code: one.code })).to, '/')
  assert.match((await browser.get('/')).text, /home of Zarghuna/)
})

test('Who signs out is out, and may come in again by a new letter only.', async () => {
  nextHour()
  const { browser, path } = await givenAsked()
  await browser.post(path)
  assert.equal((await browser.get('/me')).status, 200)
  assert.match((await browser.get('/sign-in')).text, /You are signed in as/)
  assert.equal((await browser.post('/sign-in', { address: 'x@example.org' })).to, '/')
  assert.equal((await browser.post('/session/ending')).to, '/sign-in?done=signed-out')
  assert.equal(browser.jar.has('lampline'), false)
  assert.equal((await browser.get('/me')).to, '/sign-in?next=%2Fme')
  assert.match((await browser.get(path)).text, /was used already/)
})

test('One device signs out another.', async () => {
  nextHour()
  const { browser, path, email } = await givenAsked()
  await browser.post(path)
  const lost = openBrowser()
  house.setNow(house.now().add({ minutes: 1 }).toString())
  await lost.get('/sign-in')
  await lost.post('/sign-in', { address: email })
  await lost.post((await lastLetter()).path)
  assert.equal((await lost.get('/me')).status, 200)
  const page = await browser.get('/me')
  const [ending] = [...page.text.matchAll(/action="(\/sessions\/[^"]+\/ending)"/g)].map((match) => match[1] ?? '')
  assert.equal((await browser.post(ending ?? '')).to, '/me?done=session-ended')
  assert.equal((await lost.get('/me')).status, 303)
})

test('The first link names the house and opens its first page, once.', async () => {
  const token = await house.write(makeFirstAdministratorLink)
  const browser = openBrowser()
  const path = `/first-administrator/${token}`
  assert.match((await browser.get(path)).text, /Look around with a sample programme/)
  const fields = {
    organisation: 'Lantern',
    fullName: 'Leila',
    email: 'leila@example.org',
    language: 'en',
    calendar: 'gregory',
    start: 'sample',
  }
  const slipped = await browser.post(path, { ...fields, zone: 'Nowhere/Town' })
  assert.equal(slipped.status, 422)
  assert.match(slipped.text, /value="Lantern"/)
  const begun = await browser.post(path, { ...fields, zone: 'Asia/Kathmandu' })
  assert.equal(begun.to, '/?done=sample')
  assert.match((await browser.get('/')).text, /home of Leila/)
  for (const odd of ['/people/31', '/people/31/profile', '/mails/31', '/imports/31'])
    assert.equal((await browser.get(odd)).status, 404, odd)
  for (const odd of ['/roles/31/ending', '/mails/31/resending', '/sessions/31/ending']) {
    assert.ok([404, 422].includes((await browser.post(odd)).status), odd)
  }
  assert.match((await openBrowser().get(path)).text, /has begun already/)
  assert.equal((await openBrowser().post(path, { ...fields, zone: 'UTC' })).status, 404)
})
