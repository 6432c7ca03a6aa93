import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterwards, booked, type GivenCoaching, givenCoaching, soon } from '#coaching/coaching.testing'
import { makeStrip } from '#coaching/make-strip'
import { codesOf } from '#coaching/strip-reads'
import { realHands } from '#ground/chance'
import { browse } from '#testing/browse'
import type { TestHouse } from '#testing/house'
import type { openClocked } from './clocked.testing.ts'

type Clocked = Awaited<ReturnType<typeof openClocked>>
export type Phone = { page: Page; context: BrowserContext; session: string; taps: () => number; tap: (what: string) => Promise<void> }
type Look = { language?: 'en' | 'fa-AF'; dark?: boolean; script?: boolean }

const { newId } = realHands

/** A coach with a meeting that is just over and another tomorrow, and their client's strip. */
export async function givenVisit(house: TestHouse): Promise<GivenCoaching & { meeting: string; codes: readonly string[] }> {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house)
  const strip = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id: strip, business: given.business }))
  const codes = await house.database.read(given.coordinator, (db) => codesOf(db, { id: strip, organisation: given.bank.organisation }))
  const meeting = await booked(house, given)
  await booked(house, given, { startsAt: soon.add({ hours: 24 }) })
  afterwards(house)
  return { ...given, meeting, codes: codes ?? [] }
}

/** Signs somebody in on a telephone, instead of who was. */
export async function signInOn(context: BrowserContext, { browserOf, origin }: Clocked, person: string, language: 'en' | 'fa-AF' = 'en') {
  const { headers, session } = await browserOf({ id: person }, language)
  const cookies = headers.cookie.split('; ').map((one) => one.split('='))
  await context.addCookies(cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: origin })))
  return session
}

/** A telephone whose clock stands at the day of the meeting, and whose taps are counted. */
export async function givenPhone(house: TestHouse, clocked: Clocked, person: string, look: Look = {}): Promise<Phone> {
  const { language = 'en', dark = false, script = true } = look
  await house.write((tx) => tx.updateTable('people').set({ language }).where('id', '=', person).execute())
  const { page, context } = await browse(clocked.origin, { width: 360, height: 780, language, dark, script })
  const session = await signInOn(context, clocked, person, language)
  if (script) await page.clock.setFixedTime('2026-11-25T07:00:00Z')
  let taps = 0
  const tap = async (what: string) => {
    taps += 1
    await page.locator(what).first().click()
  }
  return { page, context, session, taps: () => taps, tap }
}

/** Opens the page with signal, and waits until it is kept. */
export async function openField({ page }: Phone): Promise<void> {
  await page.goto('/field-log')
  await page.locator('[data-field-when=kept]:visible').waitFor()
}

/** How many wait, as the page says it. */
export const waitingOn = async ({ page }: Phone): Promise<string> =>
  (await page.locator('#waiting').isVisible()) ? page.locator('[data-field=count]').innerText() : '0'

/** Waits until so many wait. */
export async function waits(phone: Phone, count: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await waitingOn(phone)) !== count; tries += 1) await phone.page.waitForTimeout(100)
  if ((await waitingOn(phone)) !== count)
    throw new Error(`${await waitingOn(phone)} wait, not ${count}: ${await phone.page.innerText('main')}`)
}

/** A log by the fewest taps: a list that opens takes two, six digits none. */
export async function logOn({ page, tap }: Phone, meeting: string, code: string): Promise<void> {
  await tap(`[name=meeting][value='${meeting}']`)
  await tap('[name=topic1]')
  await page.keyboard.press('Escape')
  await page.locator('[name=topic1]').selectOption('budgeting')
  await tap('[name=code]')
  await page.keyboard.type(code)
  await tap('#field-log button[type=submit]')
}

const shots = process.env.LAMPLINE_SHOTS

/** A picture of the page as it is, where somebody asked for pictures. */
export async function shoot({ page }: Phone, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/field-${name}.png`, fullPage: true })
}
