import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { browse, closeBrowserAfter } from '#testing/browse'
import { assertNowhere } from '#testing/canary'
import { openTestDoors } from '#testing/doors'
import { client, freePort, givenProvider } from './sign-on.testing.ts'

closeBrowserAfter()
// The provider sends people back to the address that the house calls its own, so that its port must be known before.
const doors = await openTestDoors({ LAMPLINE_SIGNON_PRIVATE: '1', PORT: String(await freePort()) })
const provider = await givenProvider()
provider.letBack(`${doors.url}/sign-in/with/meridian/callback`)

/** The first administrator, in a browser of their own, and the way to their organisation's single sign-on. */
async function administrator(): Promise<{ page: Page; path: string }> {
  const { page } = await browse(doors.url)
  await page.goto(doors.firstPath)
  await page.fill('[name=organisation]', 'Meridian')
  await page.fill('[name=fullName]', 'Leila')
  await page.fill('[name=email]', 'leila@meridian.example')
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => !url.pathname.startsWith('/first-administrator'))
  const people = (await page.locator('nav a[href*="/organisations/"]').first().getAttribute('href')) ?? ''
  return { page, path: people.replace(/\/people.*$/, '/sign-on') }
}

async function setUp(page: Page, path: string, fields: Record<string, string>): Promise<void> {
  await page.goto(path)
  for (const [name, value] of Object.entries({ name: 'meridian', client: client.id, secret: client.secret, ...fields })) {
    await page.fill(`[name=${name}]`, value)
  }
  await page.click('main form:not(:has(button.quiet)) button[type=submit]')
}

const { page: desk, path } = await administrator()

/** Goes the whole way as somebody, and stops before the last button. */
async function comeBackAs(name: string): Promise<Page> {
  const { page } = await browse(doors.url)
  await page.goto('/sign-in')
  await page.click('a[href^="/sign-on"]')
  await page.fill('[name=name]', 'Meridian')
  await page.click('main button[type=submit]')
  await page.click('main button[type=submit]')
  await page.click('main a.button')
  assert.ok(page.url().startsWith(provider.issuer), page.url())
  await page.fill('[name=login]', name)
  await page.fill('[name=password]', 'any')
  await page.click('button[type=submit]')
  await page.click('button[type=submit]')
  await page.waitForURL(/\/sign-in\/with\/meridian\/callback\?/)
  return page
}

const wordsOf = async (page: Page) => page.locator('main').innerText()

test('What is no provider is refused by name, with all that was typed; one that is, is in force, and its secret is in no row.', async () => {
  await setUp(desk, path, { issuer: `${provider.issuer}/nothing-here` })
  assert.match(await wordsOf(desk), /There is no OpenID provider at this address/)
  assert.equal(await desk.inputValue('[name=issuer]'), `${provider.issuer}/nothing-here`)
  await setUp(desk, path, { issuer: 'http://localhost:9' })
  assert.match(await wordsOf(desk), /could not be reached/)
  await setUp(desk, path, { issuer: provider.issuer })
  await desk.waitForURL(/done=saved/)
  assert.match(await wordsOf(desk), /In force since/)
  await assertNowhere(doors.databaseName, [client.secret])
})

test('A person comes in with the organisation’s own sign-in, script off, in seven clicks and two texts.', async () => {
  provider.accounts.set('leila', { email: 'leila@meridian.example', email_verified: true })
  const page = await comeBackAs('leila')
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/me')
  assert.match(await wordsOf(page), /Leila|Your profile|profile/i)
})

test('No token of the provider comes to the browser: in no page, no header and no cookie of ours.', async () => {
  const page = await comeBackAs('leila')
  const said: string[] = []
  page.on('response', async (response) => {
    if (response.url().startsWith(doors.url)) said.push(JSON.stringify(await response.allHeaders()), await response.text().catch(() => ''))
  })
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/me')
  const cookies = (await page.context().cookies(doors.url)).map(({ value }) => value)
  // Every ID token is a JWT, whose first letters are these.
  for (const text of [...said, ...cookies]) assert.doesNotMatch(text, /eyJ|id_token|access_token/)
  assert.ok(said.length >= 4)
})

test('An address that the provider has not verified, and one that nobody here has, let nobody in.', async () => {
  provider.accounts.set('mallory', { email: 'leila@meridian.example', email_verified: false })
  provider.accounts.set('stranger', { email: 'stranger@meridian.example', email_verified: true })
  for (const [name, words] of [
    ['mallory', /has not verified your e-mail address/],
    ['stranger', /Nobody here has the address/],
  ] as const) {
    const page = await comeBackAs(name)
    await page.click('main button[type=submit]')
    assert.match(await wordsOf(page), words)
    await page.goto('/me')
    assert.match(page.url(), /\/sign-in\?next=/)
  }
})

test('What a provider sent back is good once, and in no other browser.', async () => {
  const page = await comeBackAs('leila')
  const back = page.url()
  const { page: other } = await browse(doors.url)
  await other.goto(back)
  await other.click('main button[type=submit]')
  assert.match(await wordsOf(other), /This way in is over/)
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => url.pathname === '/')
  const { page: again } = await browse(doors.url)
  // The same browser, after signing out: its own cookie is left, its session is not.
  const cookies = await page.context().cookies()
  await again.context().addCookies(cookies.filter(({ name }) => name.includes('browser')))
  await again.goto(back)
  await again.click('main button[type=submit]')
  assert.match(await wordsOf(again), /This way in is over/)
})

test('A code that was changed, another issuer’s name and another state are not let in.', async () => {
  for (const [name, value, words] of [
    ['code', 'another-code', /did not confirm this/],
    ['iss', 'https://other.example', /did not confirm this/],
    ['state', 'another-state', /This way in is over/],
  ] as const) {
    const page = await comeBackAs('leila')
    const url = new URL(page.url())
    url.searchParams.set(name, value)
    await page.goto(url.href)
    await page.click('main button[type=submit]')
    assert.match(await wordsOf(page), words, name)
  }
})

test('Whoever only looks at the links begins nothing and ends nothing.', async () => {
  const page = await comeBackAs('leila')
  const back = page.url()
  for (const method of ['HEAD', 'GET']) await fetch(back, { method, redirect: 'manual' })
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => url.pathname === '/')
})

test('A name that nobody has is not there; with the provider away, a page says so and letters go on to work.', async () => {
  const { page } = await browse(doors.url)
  assert.equal((await page.goto('/sign-in/with/nobody-has-this'))?.status(), 404)
  const back = await comeBackAs('leila')
  await provider.close()
  await back.click('main button[type=submit]')
  assert.match(await wordsOf(back), /could not be reached|did not confirm/)
  assert.ok((await back.content()).includes('href="/sign-in"'))
})
