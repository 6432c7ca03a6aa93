import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { realHands } from '#ground/chance'
import { refuse } from '#ground/refusal'
import { type Asked, type Gate, type Route, watch } from '#ground/route'
import type { Asks } from '#ground/thread.testing'
import { signedIn } from '#people/gates'
import { doorOf } from '#people/web.testing'
import { browse, closeBrowser } from '#testing/browse'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'
import { onPort } from './watch.testing.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const keeper = await givenKeeper(house, organisation)
const { headers } = await doorOf(house, []).browserOf(keeper)

const nobody: Gate = { name: 'nobody', opens: () => false }
const module = new URL(import.meta.resolve('#ground/thread.testing'))
const folder = mkdtempSync(join(tmpdir(), 'lampline-watch-'))
const stages = { first: 'page.frame.nav', second: 'page.frame.skip' } as const
const finishing = { held: Promise.withResolvers<void>(), begun: Promise.withResolvers<void>() }
const view = { title: 'Counting', body: 'We count.' }

/** The address says what is to be done, for how long, and where the thread leaves its mark. */
async function begin(_db: unknown, { params, query }: Asked) {
  if (params.does === 'nothing') return view
  if (params.does === 'elsewhere') return '/tasks/nothing'
  const does = ['refuse', 'break', 'miss'].includes(params.does ?? '') ? params.does : 'count'
  const input = { does, ms: Number(query.get('ms')), mark: join(folder, query.get('mark') ?? 'unnamed') } as Asks
  return { view, task: { module, input, stages, bytesNeeded: params.does === 'too-big' ? 1e18 : 0 }, back: '/back' }
}

const routes: Route[] = [
  watch<{ rounds: number }, string>(
    '/tasks/:does',
    signedIn,
    begin,
    async (tx, { params }, { rounds }) => {
      await tx.note('test.counted', organisation, { organisation }, { rounds })
      if (params.does === 'refuse-late') refuse('matching.pinUnknown')
      if (params.does === 'hold') {
        finishing.begun.resolve()
        await finishing.held.promise
      }
      return organisation
    },
    (id, { params }) => `/counted/${id}?does=${params.does}`,
  ),
  watch('/closed', nobody, begin, async () => '', String),
]
const faults: unknown[] = []
const log = { ...silentLog, error: (fault: unknown) => faults.push(fault) } as unknown as typeof silentLog
const { open, url } = await onPort(serveWeb({ ...realHands, database: house.database, config: testConfig, log }, routes))

const counted = async () => (await house.news('test.counted')).length
const progressIn = (text: string) => text.match(/<progress[^>]* value="[\d.]+"/g) ?? []
const markOf = (name: string) => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

/** The thread that left this mark is gone, or will be within a second. */
async function assertStops(name: string): Promise<void> {
  for (const start = performance.now(); performance.now() - start < 1_000; ) {
    const then = markOf(name)
    await wait(100)
    if (markOf(name) === then) return
  }
  assert.fail(`the thread ${name} still runs`)
}

for (const coding of ['identity', 'gzip', 'br']) {
  test(`The head of the page comes before the work is done, then how far it is, then where to go on (${coding}).`, async () => {
    const before = await counted()
    const page = await open('/tasks/count?ms=1500', { ...headers, 'accept-encoding': coding })
    assert.equal(page.head.statusCode, 200)
    assert.ok(await page.says(/<title>Counting[\s\S]*We count\.[\s\S]*href="\/back"[\s\S]*role="status"[\s\S]*<\/p>$/))
    assert.deepEqual(progressIn(page.text()), [])
    assert.ok(await page.says(/<p><label>Places<progress max="1" value="0\.\d+">\d+%/))
    assert.equal(await counted(), before)
    const text = await page.all()
    assert.match(text, /<p aria-live="off"><label>/)
    const told = progressIn(text).length
    assert.ok(told >= 3 && told <= 6, `told ${told} times`)
    const to = `/counted/${organisation}?does=count`
    assert.ok(text.includes(`<meta http-equiv="refresh" content="0; url=${to}"><a href="${to}">`), text.slice(-900))
    assert.match(text, /<\/html>$/)
    assert.equal(await counted(), before + 1)
    assert.equal(page.head.headers['x-accel-buffering'], 'no')
    assert.equal(page.head.headers['cache-control'], 'no-store')
    assert.match(String(page.head.headers['content-security-policy']), /^default-src 'none'/)
  })
}

test('Who leaves the page stops the thread within a second, and nothing is kept.', async () => {
  const before = await counted()
  const page = await open('/tasks/count?ms=60000&mark=left', headers)
  assert.ok(await page.says(/<progress max="1" value/))
  assert.notEqual(markOf('left'), '')
  page.leave()
  await assertStops('left')
  const again = await open('/tasks/count?ms=300&mark=left', headers)
  assert.match(await again.all(), /http-equiv="refresh"/)
  assert.equal(await counted(), before + 1)
})

test('Who leaves while it is being kept takes it back.', async () => {
  const before = await counted()
  const page = await open('/tasks/hold?ms=1', headers)
  await finishing.begun.promise
  page.leave()
  await wait(100)
  finishing.held.resolve()
  await wait(200)
  assert.equal(await counted(), before)
})

test('Two who watch the same share one thread; it stops with the last of them, and what is made is kept once.', async () => {
  const before = await counted()
  const path = '/tasks/count?ms=1500&mark=shared'
  const first = await open(path, headers)
  assert.ok(await first.says(/<progress max="1" value/))
  const [second, third] = await Promise.all([open(path, headers), open(path, headers)])
  assert.ok(await second.says(/<progress max="1" value="0\.[2-9]/), 'it joins where the first one is')
  first.leave()
  assert.match(await second.all(), /http-equiv="refresh"/)
  assert.match(await third.all(), /http-equiv="refresh"/)
  assert.equal(await counted(), before + 1)

  const both = await Promise.all([1, 2].map(() => open('/tasks/count?ms=60000&mark=both', headers)))
  for (const page of both) assert.ok(await page.says(/<progress max="1" value/))
  for (const page of both) page.leave()
  await assertStops('both')
})

test('A refusal ends the page in its words with a way back, in the thread or after it; nothing is kept.', async () => {
  const before = await counted()
  const inThread = await (await open('/tasks/refuse', headers)).all()
  assert.match(inThread, /<div class="notice bad"><p>[^<]*people\.csv[^<]*<\/p><p><a href="\/back">[\s\S]*<\/html>$/)
  const after = await (await open('/tasks/refuse-late?ms=1', headers)).all()
  assert.match(after, /<div class="notice bad"><p>[A-Z][^<]*<\/p><p><a href="\/back">/)
  assert.match(await (await open('/tasks/miss', headers)).all(), /could not find this page/)
  const tooBig = await (await open('/tasks/too-big?ms=1', headers)).all()
  assert.match(tooBig, /<p>This needs 1,000,000,000 GB of memory, and [\d,.]+ GB are free\. Nothing was begun\.<\/p><p><a href="\/back">/)
  assert.equal(await counted(), before)
  assert.deepEqual(faults, [])
})

test('A fault of ours is said as ours, tells nothing, and is written down.', async () => {
  const text = await (await open('/tasks/break', headers)).all()
  assert.match(text, /no room left to write[\s\S]*<a href="\/back">[\s\S]*<\/html>$/)
  assert.doesNotMatch(text, /beyond the end|http-equiv/)
  assert.equal(faults.length, 1)
})

test('HEAD starts nothing; where there is nothing to wait for, the page comes whole, or goes on.', async () => {
  const head = await open('/tasks/count?ms=60000&mark=head', headers, 'HEAD')
  assert.equal(head.head.statusCode, 200)
  assert.equal(await head.all(), '')
  await wait(300)
  assert.equal(markOf('head'), '')
  const whole = await (await open('/tasks/nothing', headers)).all()
  assert.match(whole, /We count\.[\s\S]*<\/html>$/)
  assert.doesNotMatch(whole, /class="progress"/)
  const { head: elsewhere } = await open('/tasks/elsewhere', headers)
  assert.deepEqual([elsewhere.statusCode, elsewhere.headers.location], [303, '/tasks/nothing'])
})

test('A closed gate is 404, and asks to sign in where nobody is.', async () => {
  assert.equal((await open('/closed', headers)).head.statusCode, 404)
  const { head } = await open('/tasks/count?ms=60000&mark=gate', {})
  assert.deepEqual([head.statusCode, head.headers.location], [303, '/sign-in?next=%2Ftasks%2Fcount%3Fms%3D60000%26mark%3Dgate'])
  assert.equal(markOf('gate'), '')
})

test('In a browser without script one bar is seen, the page goes on by itself, and its link to go back stops the thread.', async () => {
  const { page, context } = await browse(url)
  const cookies = headers.cookie.split('; ').map((pair) => pair.split('=') as [string, string])
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })))
  await page.goto('/tasks/count?ms=2000', { waitUntil: 'commit' })
  await page.locator('progress[value]').nth(1).waitFor({ state: 'attached' })
  assert.equal(await page.locator('progress:visible').count(), 1)
  await page.waitForURL('**/counted/**')
  await page.goto('/tasks/count?ms=60000&mark=browser', { waitUntil: 'commit' })
  await page.locator('progress[value]').nth(1).waitFor({ state: 'attached' })
  await page.getByRole('link', { name: 'Stop and go back' }).click({ noWaitAfter: true })
  await page.waitForURL('**/back')
  await assertStops('browser')
  await closeBrowser()
})
