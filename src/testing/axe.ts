import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Found = { violations: { id: string; help: string; nodes: { html: string }[] }[] }

/** Looks for barriers of WCAG 2.2 AA on a page as it is drawn; fails with each by name. Playwright runs it beside the page's own script ban. */
export async function assertNoBarriers(page: Page): Promise<void> {
  const found = (await page.evaluate(`(async () => {
    ${source};
    const { violations } = await window.axe.run(document, { runOnly: ${JSON.stringify(rules)} });
    return { violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html }) => ({ html })) })) };
  })()`)) as Found
  const named = found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)
  assert.deepEqual(named, [], page.url())
}
