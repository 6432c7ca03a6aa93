import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Found = { id: string; help: string; html: string }[]

/** Looks for barriers of WCAG 2.2 AA on a page as it is drawn, in a window beside it where scripts run; fails with each by name. */
export async function assertNoBarriers(page: Page, dark = false): Promise<void> {
  const html = await page.content()
  const browser = page.context().browser()
  assert(browser, 'a page of a browser')
  const beside = await browser.newContext({ viewport: page.viewportSize(), colorScheme: dark ? 'dark' : 'light' })
  try {
    const copy = await beside.newPage()
    await copy.setContent(html)
    await copy.addScriptTag({ content: source })
    const found = (await copy.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.slice(0, 3).map((node) => node.html).join(' | ') })))`)) as Found
    assert.deepEqual(
      found.map(({ id, help, html: where }) => `${id}: ${help}: ${where}`),
      [],
      page.url(),
    )
  } finally {
    await beside.close()
  }
}
