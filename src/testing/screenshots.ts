import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { browse, closeBrowser } from './browse.ts'
import { serveSample, until } from './sample-house.ts'

/* The two pictures of the README, taken from the sample: a round on a desktop, and a mentor who is asked, on a telephone, in Dari. */
const outboxPagesMax = 5
const docs = join(import.meta.dirname, '..', '..', 'docs')
const folder = mkdtempSync(join(tmpdir(), 'lampline-pictures-'))

async function signedIn(page: Page, origin: string, cookie: string): Promise<void> {
  const cookies = cookie
    .split('; ')
    .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: origin }))
  await page.context().addCookies(cookies)
}

async function roundOnDesktop(origin: string, cookie: string): Promise<void> {
  const { page } = await browse(origin, { width: 1100, height: 900 })
  await signedIn(page, origin, cookie)
  await page.goto('/programmes')
  await page.getByRole('link', { name: 'Fresh Eyes' }).click()
  await page.locator('.card.now button').click()
  await page.waitForURL(/\/rounds\//)
  await page.screenshot({ path: join(docs, 'round-desktop.png') })
}

async function answerOnPhone(origin: string, cookie: string): Promise<void> {
  const { page } = await browse(origin, { width: 360, height: 780, language: 'fa-AF' })
  await signedIn(page, origin, cookie)
  const isDari = (text: string | null) => text !== null && /partnerships/.test(text) && /[\u0600-\u06ff]{3}/.test(text)
  const path = await until(async () => {
    for (let nth = 1; nth <= outboxPagesMax; nth += 1) {
      await page.goto(`/outbox?page=${nth}`)
      for (const link of await page.locator('main a[href^="/mails/"]').all()) {
        if (!/آیا/.test(await link.innerText())) continue
        const letter = await page.request.get((await link.getAttribute('href')) ?? '')
        const body = await letter.text()
        if (isDari(body)) return /\/partnerships\/[0-9a-f-]+/.exec(body)?.[0]
      }
    }
    return null
  }, 'a letter in Dari')
  await page.request.post('/language', { form: { language: 'fa-AF', path: '/' }, headers: { 'sec-fetch-site': 'same-origin' } })
  await page.goto(path)
  await page.screenshot({ path: join(docs, 'answer-phone-dari.png') })
}

const { house, origin, cookie } = await serveSample(folder)
try {
  await roundOnDesktop(origin, cookie)
  await answerOnPhone(origin, cookie)
} finally {
  await closeBrowser()
  house.kill('SIGTERM')
  await new Promise((resolve) => house.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
