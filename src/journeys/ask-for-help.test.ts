import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { houseScope } from '#ground/db'
import { assertNoBarriers } from '#testing/axe'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors, type TestDoors } from '#testing/doors'
import { beginHouse, signInTo, speak } from './steps.testing.ts'

closeBrowserAfter()

const journeys = [
  { language: 'en', width: 1280, dark: false, asker: 'LW-082', question: 'I have to present our results to donors on Monday.' },
  { language: 'fa-AF', width: 360, dark: true, asker: 'LW-063', question: 'هفتهٔ آینده باید در برابر تمویل‌کنندگان سخنرانی کنم.' },
] as const

const clicksMax = 3
const waitsMax = 120

/** The address of somebody of the sample, once it is in and its programmes run. */
async function addressOf(doors: TestDoors, page: Page, code: string): Promise<string> {
  for (let waits = 0; waits < waitsMax; waits += 1) {
    const row = await doors.house.database.read(houseScope, (db) =>
      db
        .selectFrom('people')
        .innerJoin('contacts', 'contacts.person', 'people.id')
        .innerJoin('enrolments', 'enrolments.person', 'people.id')
        .select('address')
        .where('code', '=', code)
        .where('kind', '=', 'email')
        .executeTakeFirst(),
    )
    if (row) return row.address
    await page.waitForTimeout(250)
  }
  return assert.fail(`no address of ${code}`)
}

/** To whom the letter of an ask went, and the page that it leads to. */
async function whoIsAsked(doors: TestDoors, page: Page, ask: string): Promise<string> {
  for (let waits = 0; waits < waitsMax; waits += 1) {
    const row = await doors.house.database.read(houseScope, (db) =>
      db.selectFrom('mails').select('address').where('kind', '=', 'ask.asked').where('about', '=', ask).executeTakeFirst(),
    )
    if (row) return row.address
    await page.waitForTimeout(250)
  }
  return assert.fail('nobody was asked')
}

for (const { language, width, dark, asker, question } of journeys) {
  test(`Somebody with a need asks in three clicks and a sentence, and a mentor says yes in two, in ${language} at ${width} px, script off.`, {
    timeout: 180_000,
  }, async () => {
    const doors = await openTestDoors()
    const first = await browse(doors.url)
    await beginHouse(first.page, speak('en'), doors, 'sample')
    const say = speak(language)
    const isFine = async (page: Page) => {
      assert.equal(
        await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1'),
        true,
        `${page.url()} scrolls sideways`,
      )
      await assertNoBarriers(page, dark)
    }

    const { page } = await browse(doors.url, { language, width, dark })
    await signInTo(page, say, doors, await addressOf(doors, first.page, asker), '/asks/new')
    let clicks = 1
    /** Presses the button of a form; a mentor's page may be in a language of their own. */
    const press = async (on: Page, form: string) => {
      clicks += 1
      await on.locator(`main form[action$="${form}"] button[type=submit]`).click()
    }
    await isFine(page)
    await page.locator('textarea[name=text]').fill(question)
    await press(page, '/asks')
    await page.waitForURL(/\/asks\/[0-9a-f-]+$/)
    const shown = await page.locator('main').innerText()
    assert.ok(shown.includes(question), 'what they will read')
    const cards = await page.locator('main .card').count()
    assert.ok(cards >= 1 && cards <= 3, `${cards} people`)
    await isFine(page)
    await press(page, '/sending')
    await page.waitForURL(/done=ask-sent/)
    assert.ok(clicks <= clicksMax, `${clicks} clicks`)
    await isFine(page)

    const ask = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
    const { page: theirs } = await browse(doors.url, { language, width, dark })
    await signInTo(theirs, say, doors, await whoIsAsked(doors, page, ask), `/asks/${ask}`)
    assert.ok((await theirs.locator('main').innerText()).includes(question))
    await isFine(theirs)
    clicks = 0
    const times = theirs.locator('main input[type=radio][name=at]')
    if ((await times.count()) > 1) {
      clicks += 1
      await times.first().check()
    } else {
      const soon = Temporal.Now.plainDateISO().add({ days: 5 })
      await theirs.locator('input[name=day]').fill(soon.toString())
      await theirs.locator('input[name=time]').fill('14:30')
    }
    await press(theirs, '/acceptance')
    await theirs.waitForURL(/done=accepted/)
    assert.ok(clicks <= 2, `${clicks} clicks to say yes`)
    await isFine(theirs)

    await page.goto(`/asks/${ask}`)
    assert.ok((await page.locator('h1').innerText()).includes(say('page.ask.answered.title')))
    await isFine(page)
  })
}
