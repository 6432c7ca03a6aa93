import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Key, sayTo } from '#ground/words'
import { assertNoBarriers } from '#testing/axe'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'

closeBrowserAfter()

const journeys = [
  { language: 'en', width: 1280, organisation: 'The Lantern Works', dark: false },
  { language: 'fa-AF', width: 360, organisation: 'فانوس', dark: true },
] as const

const clicksMax = 12

const people = [
  'code,name,email,grade,languages,can help with,wants help with,side',
  'M1,Amina Rahimi,amina@example.org,P5,Dari; English,public speaking; pricing,,mentor',
  'M2,Owen O’Brien,owen@example.org,P4,English; French,budgets,,mentor',
  'N1,Farid,farid@example.org,P2,Dari; English,,public speaking,mentee',
  'N2,Chloé Ndiaye,chloe@example.org,P2,French; English,,budgets,mentee',
].join('\n')

for (const { language, width, organisation, dark } of journeys) {
  test(`From the first link to the first accepted pair, in ${language} at ${width} px, script off.`, { timeout: 180_000 }, async () => {
    const doors = await openTestDoors()
    const say = sayTo({ language, calendar: language === 'en' ? 'gregory' : 'persian', zone: 'Asia/Kabul' })
    const { page } = await browse(doors.url, { language, width, dark })
    let clicks = 0
    const press = async (key: Key, facts = {}, on: Page = page) => {
      clicks += 1
      const name = say(key, facts)
      await on
        .locator('main')
        .getByRole('button', { name, exact: true })
        .or(on.locator('main').getByRole('link', { name, exact: true }))
        .first()
        .click()
    }
    const choose = async (label: string, on: Page = page) => {
      clicks += 1
      await on.getByLabel(label, { exact: false }).first().check()
    }
    const isFine = async (on: Page = page) => {
      assert.equal(await on.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1'), true, `${on.url()} scrolls sideways`)
      await assertNoBarriers(on, dark)
    }

    await page.goto(doors.firstPath)
    await page.getByLabel(say('page.first.organisation')).fill(organisation)
    await page.getByLabel(say('page.first.name')).fill('Leila')
    await page.getByLabel(say('page.sign-in.address')).fill('leila@example.org')
    await choose(say('page.first.empty'))
    await isFine()
    await press('page.first.begin')
    await page.waitForURL(/\/\?done=begun|\/$/)
    await isFine()

    clicks = 0
    await press('page.home.import')
    await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) })
    await isFine()
    await page.locator('main button[type=submit]').first().click()
    clicks += 2
    await page.waitForURL(/\/imports\//)
    await isFine()
    await page.locator('main button[type=submit]').first().click()
    clicks += 1
    await page.goto('/programmes/new')
    clicks += 2
    await page.getByLabel(say('page.open-programme.name'), { exact: true }).fill('Side by side')
    await isFine()
    await press('page.open-programme.open')
    await isFine()
    await press('page.enrolments.enrol-import')
    await isFine()
    await page.locator('main a[href^="/programmes/"]').first().click()
    clicks += 1
    await isFine()
    await press('page.programme.run')
    await page.waitForURL(/\/rounds\//)
    await isFine()
    await press('page.round.approve', { count: 2 })
    await page.waitForURL(/done=approved/)
    await isFine()
    assert.ok(clicks <= clicksMax, `${clicks} clicks from a clean sheet to an approved round`)

    for (const [address, partner] of [
      ['amina@example.org', 'Farid'],
      ['farid@example.org', 'Amina Rahimi'],
    ] as const) {
      const asked = await doors.letterTo(address, 'partnership.proposed')
      const path = /\/partnerships\/[0-9a-f-]+/.exec(asked.body)?.[0] ?? ''
      const { page: theirs, context } = await browse(doors.url, { language, width, dark })
      await theirs.goto(path)
      await theirs.getByLabel(say('page.sign-in.address')).fill(` ${address.toUpperCase()} `)
      await theirs.getByRole('button', { name: say('page.sign-in.ask') }).click()
      const letter = await doors.letterTo(address, 'sign-in.asked')
      const code = /\b[A-Z2-9]{8}\b/.exec(letter.body)?.[0] ?? ''
      await isFine(theirs)
      await theirs.getByLabel(say('page.code.code')).fill(code.toLowerCase())
      await theirs.getByRole('button', { name: say('page.code.sign-in') }).click()
      await theirs.waitForURL(new RegExp(path))
      assert.match(await theirs.locator('main').innerText(), new RegExp(partner))
      await isFine(theirs)
      await theirs.locator('main form[action$="/acceptance"] button').click()
      await theirs.waitForURL(/done=accepted/)
      await isFine(theirs)
      await context.close()
    }
    await doors.letterTo('amina@example.org', 'partnership.agreed')
    await doors.letterTo('farid@example.org', 'partnership.agreed')
  })
}
