import type { Page } from 'playwright-core'
import { type Say, sayTo } from '#ground/words'
import type { TestDoors } from '#testing/doors'

export const speak = (language: 'en' | 'fa-AF'): Say =>
  sayTo({ language, calendar: language === 'en' ? 'gregory' : 'persian', zone: 'UTC' })

/** Opens the one-time link and begins the house, empty or with the sample. */
export async function beginHouse(page: Page, say: Say, doors: TestDoors, start: 'empty' | 'sample'): Promise<void> {
  await page.goto(doors.firstPath)
  await page.getByLabel(say('page.first.organisation')).fill('The Lantern Works')
  await page.getByLabel(say('page.first.name')).fill('Leila')
  await page.getByLabel(say('page.sign-in.address')).fill('leila@example.org')
  await page
    .getByLabel(say(`page.first.${start}`), { exact: false })
    .first()
    .check()
  await page
    .locator('main')
    .getByRole('button', { name: say('page.first.begin') })
    .click()
  await page.waitForURL(/done=(begun|sample)/)
}

/** Goes to a page of ours, signing in by the code of the letter where it is asked for. */
export async function signInTo(page: Page, say: Say, doors: TestDoors, address: string, path: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel(say('page.sign-in.address')).fill(address)
  await page
    .locator('main')
    .getByRole('button', { name: say('page.sign-in.ask') })
    .click()
  const { body } = await doors.letterTo(address, 'sign-in.asked')
  await page.getByLabel(say('page.code.code')).fill(/\b[A-Z2-9]{8}\b/.exec(body)?.[0] ?? '')
  await page
    .locator('main')
    .getByRole('button', { name: say('page.code.sign-in') })
    .click()
  await page.waitForURL((url) => url.pathname === path)
}

/** Uploads a sheet and arrives at its check page. */
export async function uploadSheet(page: Page, name: string, text: string | Uint8Array): Promise<void> {
  const link = page.locator('nav a[href*="/organisations/"]').first()
  const people = (await link.getAttribute('href')) ?? ''
  await page.goto(people.replace(/\/people$/, '/imports'))
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.locator('main form[enctype] button[type=submit]').first().click()
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/)
}
