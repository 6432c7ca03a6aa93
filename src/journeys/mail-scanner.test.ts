import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { houseScope } from '#ground/db'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { speak } from './steps.testing.ts'

closeBrowserAfter()

const address = 'amina@house.local'
const pagesMax = 12
const pressesMax = 60
/** Programs that open the links of letters before their reader does, or instead. */
const agents = [
  'Mozilla/5.0 (compatible; SafeLinks)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36',
  'BarracudaCentral/1.0',
  'curl/8',
]

/** Opens every page that can be reached, and on each presses whatever can be pressed, every field filled. */
async function clickEverything(page: Page, start: string, words: string): Promise<number> {
  const [seen, todo] = [new Set<string>(), [start]]
  let presses = 0
  while (todo.length > 0 && seen.size < pagesMax) {
    const path = todo.shift() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    await page.goto(path)
    const count = await page.locator('button, input[type=submit], [onclick], summary').count()
    for (const href of await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
      todo.push(href)
    for (let nth = 0; nth < count && presses < pressesMax; nth += 1) {
      await page.goto(path)
      for (const field of await page.locator('input:not([type]), input[type=text], input[type=email], textarea').all())
        if (await field.isEditable()) await field.fill(words)
      const button = page.locator('button, input[type=submit], [onclick], summary').nth(nth)
      if (!(await button.isVisible())) continue
      await button.click()
      await page.waitForLoadState('load')
      presses += 1
    }
  }
  return presses
}

test('A scanner that opens the letter’s link, by HEAD, by GET, in a browser that presses everything, gets nobody in and spends nothing.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors()
  const say = speak('en')
  await doors.house.database.write(houseScope, async (tx) => {
    const [organisation, person] = [tx.newId(), tx.newId()]
    await tx.insertInto('organisations').values({ id: organisation, name: 'Lantern', madeAt: tx.now }).execute()
    await tx.insertInto('people').values({ id: person, organisation, code: 'A1', fullName: 'Amina', joinedAt: tx.now }).execute()
    await tx.insertInto('contacts').values({ person, organisation, kind: 'email', address, folded: address }).execute()
  })
  const kept = (table: 'sessions' | 'signInUses' | 'signInTries') =>
    doors.house.database.read(houseScope, async (db) => (await db.selectFrom(table).selectAll().execute()).length)
  const sessionCookies = async (page: Page) => (await page.context().cookies()).filter(({ name }) => /lampline$/.test(name))

  const { page: owner } = await browse(doors.url)
  await owner.goto('/sign-in?next=/me')
  await owner.getByLabel(say('page.sign-in.address')).fill(address)
  await owner.getByRole('button', { name: say('page.sign-in.ask') }).click()
  const letter = await doors.letterTo(address, 'sign-in.asked')
  const path = /\/sign-in\/[\w-]{22}/.exec(letter.body)?.[0] ?? assert.fail('no link in the letter')
  const code = /\b[A-Z2-9]{8}\b/.exec(letter.body)?.[0] ?? assert.fail('no code in the letter')

  for (const agent of agents) {
    for (const method of ['HEAD', 'GET', 'GET']) {
      const answer = await fetch(`${doors.url}${path}`, { method, headers: { 'user-agent': agent, purpose: 'prefetch' } })
      assert.equal(answer.status, 200)
      assert.doesNotMatch(answer.headers.getSetCookie().join(), /lampline=/)
      assert.doesNotMatch(await answer.text(), new RegExp(`action="${path}"`), 'the button is for the browser that asked')
    }
    const pressed = await fetch(`${doors.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'user-agent': agent, 'sec-fetch-site': 'same-origin' },
    })
    assert.doesNotMatch(pressed.headers.getSetCookie().join(), /lampline=/)
  }

  for (const script of [true, false]) {
    const { page: scanner, context } = await browse(doors.url, { script })
    const presses = await clickEverything(scanner, path, code)
    assert.ok(presses > 3, `the scanner pressed ${presses} buttons`)
    await scanner.goto('/sign-in/code')
    assert.deepEqual(await sessionCookies(scanner), [])
    await scanner.goto('/me')
    assert.match(scanner.url(), /\/sign-in\?next=/)
    await context.close()
  }
  assert.deepEqual([await kept('sessions'), await kept('signInUses')], [0, 0])

  await owner.goto(path)
  await owner
    .locator('main')
    .getByRole('button', { name: say('page.link.sign-in') })
    .click()
  await owner.waitForURL((url) => url.pathname === '/me')
  assert.equal((await sessionCookies(owner)).length, 1)
  assert.deepEqual([await kept('sessions'), await kept('signInUses'), await kept('signInTries')], [1, 1, 0])
})
