import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { arranged } from '#meetings/meetings.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { browseWithProfile } from '#testing/browse'
import { foundIn } from '#testing/canary'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

const house = await testHouse()
const { origin, browserOf } = await openClocked(house)
const folder = mkdtempSync(join(tmpdir(), 'lampline-profile-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Which of the texts a browser left on the disk, and in which of its files. */
function keptOnDisk(texts: readonly string[]): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .flatMap((path) => foundIn(readFileSync(join(folder, path)), texts).map((text) => `${text} in ${path}`))
}

async function signedIn(context: BrowserContext, person: string): Promise<Page> {
  const { headers } = await browserOf({ id: person })
  const until = Math.floor(Temporal.Now.instant().add({ hours: 24 }).epochMilliseconds / 1_000)
  const cookies = headers.cookie.split('; ').map((one) => ({ name: one.split('=')[0] ?? '', value: one.slice(one.indexOf('=') + 1) }))
  await context.addCookies(cookies.map((one) => ({ ...one, url: origin, expires: until })))
  return context.newPage()
}

const settleMs = 3_000

test('Nothing typed in a notebook stays in the browser’s folder: typed and left, kept as a draft, saved, searched for.', {
  timeout: 120_000,
}, async () => {
  const pair = await givenUnderWay(house)
  const meeting = await arranged(house, pair, house.now().add({ hours: 24 }), 'Room 4')
  const path = `/partnerships/${pair.id}`
  const context = await browseWithProfile(origin, folder)
  const page = await signedIn(context, pair.mentor.id)
  const canaries: string[] = []
  const type = async (place: string, field = 'textarea') => {
    await page.goto(place)
    const canary = `Canary${canaries.length}x${Math.floor(performance.now() * 1e6)}`
    canaries.push(canary)
    for (const summary of await page.locator('main details:not([open]) > summary').all()) await summary.click()
    await page.locator(`main ${field}`).first().fill(canary)
  }
  const press = (name: RegExp) => page.locator('main').getByRole('button', { name }).first().click()

  for (const place of [`${path}/notebook`, `${path}/private-notes`, `/meetings/${meeting}`]) {
    await type(place)
    await type(place)
    await press(/Keep as a draft/)
    await type(place)
    await press(/^(Save|Send)/)
    await page.waitForURL(/done=/)
  }
  await page.goto(`${path}/notebook`)
  const note = (await page.locator('main a[href^="/notes/"]').first().getAttribute('href')) ?? ''
  await type(note)
  await type(note)
  await press(/Save the text/)
  await type(`${path}/notebook/search`, 'input[type=search]')
  await press(/Look/)
  await page.waitForURL(/search$/)
  await type(`${path}/notebook`)
  await page.waitForTimeout(settleMs)
  await context.close()

  assert.notDeepEqual(keptOnDisk([note.slice('/notes/'.length)]), [], 'the search finds what a browser does keep: its history')
  assert.deepEqual(keptOnDisk(canaries), [])
})
