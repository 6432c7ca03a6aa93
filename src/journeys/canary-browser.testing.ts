import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { realHands } from '#ground/chance'
import { browseWithProfile } from '#testing/browse'
import type { Canaries } from './canary.testing.ts'
import type { Begun } from './canary-begun.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'
import { hiddenIn } from './canary-visitor.testing.ts'

type Look = { page: string; form: string; fields: Readonly<Record<string, string>> }

const settleMs = 3_000
const prompts = ['helped', 'more', 'different'] as const

/**
 * The pages on which the two write most, in a real browser whose folder stays: sent, or typed and left. A form that is refused is not
 * among them: its answer is a page, and Chromium keeps in its session file what was sent to a page.
 */
export async function typedInBrowser(house: LookedThrough, begun: Begun, meeting: string, canaries: Canaries): Promise<void> {
  const { partnership, mentor } = begun
  const path = `/partnerships/${partnership}`
  const texts = (what: string, names: readonly string[] = ['text']) =>
    Object.fromEntries(names.map((name) => [name, canaries.of(`${name} of ${what}, in a browser`)]))
  const looks: Look[] = [
    { page: `${path}/notebook`, form: `${path}/notebook`, fields: texts('a shared note') },
    { page: `${path}/private-notes`, form: `${path}/private-notes`, fields: texts('a private note') },
    { page: `/meetings/${meeting}`, form: `/meetings/${meeting}/messages`, fields: texts('a message') },
    { page: `${path}/goals`, form: `${path}/goals`, fields: texts('a goal', ['text', 'shownBy']) },
    { page: `${path}/feedback`, form: `${path}/feedback`, fields: texts('candid feedback', prompts) },
  ]
  const context = await browseWithProfile(house.url, join(house.folder, 'profile'))
  const expires = Math.floor(realHands.now().add({ hours: 24 }).epochMilliseconds / 1_000)
  const cookies = mentor.cookie.split('; ').map((one) => ({ name: one.split('=')[0] ?? '', value: one.slice(one.indexOf('=') + 1) }))
  await context.addCookies(cookies.map((one) => ({ ...one, url: house.url, expires })))
  const page = await context.newPage()
  for (const { page: at, form, fields } of looks) {
    await page.goto(at)
    await openAll(page)
    const typed = page.locator(`main form[action="${form}"]`).first()
    for (const [name, text] of Object.entries(fields)) await typed.locator(`[name=${name}]`).first().fill(text)
    await typed.locator('button[type=submit]').first().click()
    await page.waitForURL(/done=/)
  }
  for (const at of await pagesOf(begun, meeting)) await typeAndLeave(page, at, canaries)
  await page.goto(path)
  await page.waitForTimeout(settleMs)
  await context.close()
}

/** What stands behind a click is open. */
async function openAll(page: Page): Promise<void> {
  const shut = page.locator('main details:not([open]) > summary:visible')
  while ((await shut.count()) > 0) await shut.first().click()
}

/** Every page of the two on which something confidential can be typed. */
async function pagesOf({ partnership, mentor }: Begun, meeting: string): Promise<string[]> {
  const path = `/partnerships/${partnership}`
  const parts = ['notebook', 'private-notes', 'goals', 'skills', 'meetings', 'agreement/text', 'disclosure'].map(
    (part) => `${path}/${part}`,
  )
  const links: string[] = []
  for (const [at, link] of [
    ['goals', 'goals'],
    ['skills', 'skills'],
    ['skills', 'opportunities'],
    ['reviews', 'reviews'],
    ['notebook', 'notes'],
  ] as const)
    links.push(
      new RegExp(`href="(/${link}/[0-9a-f-]{36})`).exec(await mentor.get(`${path}/${at}`))?.[1] ?? assert.fail(`no link to ${link}`),
    )
  return [...parts, ...links, `/meetings/${meeting}`, '/me/attributes', '/concern']
}

/** Somebody types into every field of a page, and goes elsewhere without sending it. */
async function typeAndLeave(page: Page, at: string, canaries: Canaries): Promise<void> {
  await page.goto(at)
  await openAll(page)
  const fields = page.locator('main form[method=post] :is(textarea, input[type=text]):visible')
  const count = await fields.count()
  assert.ok(count > 0, `${at} has a field`)
  const shown = at.replace(/[0-9a-f-]{36}/, '…')
  for (let nth = 0; nth < count; nth += 1) {
    const name = (await fields.nth(nth).getAttribute('name')) ?? ''
    await fields.nth(nth).fill(canaries.of(`field ${nth + 1}, ${name}, of ${shown}, typed in a browser and left`))
  }
}

/** The other gives feedback too, so that both may read. */
export async function givenBack({ partnership, mentee }: Begun, canaries: Canaries): Promise<void> {
  const path = `/partnerships/${partnership}/feedback`
  const fields = Object.fromEntries(prompts.map((name) => [name, canaries.of(`${name} of candid feedback given back`)]))
  await mentee.type(path, { ...hiddenIn(await mentee.get(path), path), ...fields })
}
