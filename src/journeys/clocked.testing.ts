import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { assertNoBarriers } from '#testing/axe'
import { browse } from '#testing/browse'
import type { TestHouse } from '#testing/house'

type Look = { language: 'en' | 'fa-AF'; width: number; dark: boolean }

/** A person in a browser of their own, whose clicks are counted. */
export type Visitor = {
  page: Page
  clicks: () => number
  /** Follows a link or presses a button of the page's own, by where it leads. */
  follow: (href: string | RegExp) => Promise<void>
  press: (action: string | RegExp, nth?: number) => Promise<void>
  /** No barrier, nothing beyond the width. */
  isFine: () => Promise<void>
}

/** The pages of a test's house on a port, whose clock the test moves; nobody has to wait for a real day. */
export async function openClocked(house: TestHouse) {
  const { app, browserOf } = doorOf(house, routes)
  const server = await new Promise<ServerType>((resolve) => {
    const opened: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened))
  })
  after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, browserOf, visit: (person: string, look: Look) => visit(house, origin, browserOf, person, look) }
}

async function visit(
  house: TestHouse,
  origin: string,
  browserOf: ReturnType<typeof doorOf>['browserOf'],
  person: string,
  { language, width, dark }: Look,
): Promise<Visitor> {
  await house.write((tx) => tx.updateTable('people').set({ language }).where('id', '=', person).execute())
  const { headers } = await browserOf({ id: person }, language)
  const { page, context } = await browse(origin, { language, width, dark })
  await context.addCookies(
    headers.cookie.split('; ').map((one) => ({ name: one.split('=')[0] ?? '', value: one.slice(one.indexOf('=') + 1), url: origin })),
  )
  let clicks = 0
  const matches = (text: string | null, what: string | RegExp) =>
    text !== null && (typeof what === 'string' ? text === what : what.test(text))
  const click = async (selector: string, attribute: string, what: string | RegExp, inside: string, nth = 0) => {
    const all = page.locator(selector)
    const found: number[] = []
    for (let at = 0; at < (await all.count()); at += 1) if (matches(await all.nth(at).getAttribute(attribute), what)) found.push(at)
    const at = found[nth] ?? assert.fail(`nothing leads to ${what} on ${page.url()}`)
    clicks += 1
    await Promise.all([page.waitForLoadState('load'), inside ? all.nth(at).locator(inside).first().click() : all.nth(at).click()])
  }
  return {
    page,
    clicks: () => clicks,
    follow: (href) => click('main a', 'href', href, ''),
    press: (action, nth) => click('main form', 'action', action, 'button[type=submit]', nth),
    isFine: async () => {
      assert.equal(
        await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1'),
        true,
        `${page.url()} scrolls sideways`,
      )
      await assertNoBarriers(page, dark)
    },
  }
}
