import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '#ground/route'
import { doorOf } from '#people/web.testing'
import { untouched } from '#programmes/browser.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { answers as firstAnswers, may, methodPath, type Row } from './matrix.answers.ts'
import { addressIn, formIn } from './matrix.requests.testing.ts'
import { roomMatrices } from './matrix.rooms.ts'
import { canaries, givenMatrix, type Kind, kinds, marksOf } from './matrix.testing.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, routes)
const given = await givenMatrix(house)
const answers: Readonly<Record<string, Row>> = Object.assign({}, firstAnswers, ...roomMatrices.map((room) => room.answers))
const more: Record<string, string> = {}
for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
const browsers = new Map(await Promise.all(kinds.map(async (kind) => [kind, await browserOf(given.people[kind])] as const)))
const browser = (kind: Kind) => browsers.get(kind) ?? assert.fail(kind)
const { session } = browser('mentor')
const rules = `/programmes/${given.ids.programme}/rules`
const rulesForm = untouched((await browser('coordinator').get(rules)).text, rules)
const world = { given, more, session, rulesForm }
const addressOf = (route: Route) => addressIn(world, route)
const formFor = (route: Route, kind: Kind) => formIn(world, route, kind)

function assertTellsNothing(text: string, what: string): void {
  for (const word of canaries) assert.ok(!text.includes(word), `${what} tells "${word}"`)
}

/** An IATI activity names who reports and what: the standard demands both, and whoever holds the funder's secret may publish it. */
const published: Readonly<Record<string, readonly string[]>> = { 'GET /funder/:secret/iati.xml': ['Zircon', 'Yarrow'] }
const withoutPublished = (text: string, name: string) => (published[name] ?? []).reduce((rest, word) => rest.replaceAll(word, ''), text)

/** One's own name stands on every page of one's own. */
const withoutOwnName = (text: string, kind: Kind) => (kind === 'mentee' ? text.replaceAll('<bdi>Ottoline</bdi>', '') : text)

async function assertRefused(route: Route, kind: Kind): Promise<void> {
  const what = `${methodPath(route)} as ${kind}`
  const sent = route.does === 'act' ? [{}, formFor(route, kind)] : [null]
  for (const fields of sent) {
    const answer = await (fields === null ? browser(kind).get(addressOf(route)) : browser(kind).post(addressOf(route), fields))
    assert.equal(answer.status, 404, what)
    assertTellsNothing(withoutOwnName(answer.text, kind), what)
  }
}

test('Every route has its row in the matrix, and every row its route.', () => {
  const known = routes.map(methodPath)
  const without = known.filter((name) => answers[name] === undefined)
  assert.deepEqual(without, [], 'say in matrix.answers.ts who may ask for these')
  assert.deepEqual(
    Object.keys(answers).filter((name) => !known.includes(name)),
    [],
    'no route answers these rows of matrix.answers.ts; take them out',
  )
  assert.equal(new Set(known).size, known.length)
})

for (const route of routes) {
  const row = answers[methodPath(route)]
  if (row === undefined) continue
  const refused = kinds.filter((kind) => !may(row, kind))

  test(`${methodPath(route)}: nobody else comes in, nothing changes, nothing is told.`, async () => {
    const before = await marksOf(house.databaseName)
    for (const kind of refused) await assertRefused(route, kind)
    if (!row.includes('anyone')) {
      const body = route.does === 'act' ? new URLSearchParams() : null
      const headers = { 'sec-fetch-site': 'same-origin' }
      const answer = await app.request(addressOf(route), body ? { method: 'POST', headers, body } : { headers })
      assert.equal(answer.status, body ? 401 : 303)
      if (!body) assert.match(answer.headers.get('location') ?? '', /^\/sign-in\?next=/)
      assertTellsNothing(await answer.text(), methodPath(route))
    }
    assert.deepEqual(await marksOf(house.databaseName), before)
  })
}

for (const route of routes.filter(({ does }) => does !== 'act')) {
  test(`${methodPath(route)}: who may, sees it; who is from elsewhere sees nothing of ours there.`, async () => {
    for (const kind of kinds.filter((one) => may(answers[methodPath(route)] ?? [], one))) {
      const { status, text } = await browser(kind).get(addressOf(route))
      assert.ok(status === 200 || (route.does === 'watch' && status === 303), `${kind}: ${status}`)
      if (kind.endsWith('Elsewhere')) assertTellsNothing(withoutPublished(text, methodPath(route)), `${methodPath(route)} as ${kind}`)
    }
  })
}

/** Deeds come last, as each may change what the next one finds; whoever ends a session does it in a browser of their own. */
for (const route of routes.filter(({ does }) => does === 'act')) {
  test(`${methodPath(route)}: who may, does it, or is told what to mend.`, async () => {
    for (const kind of kinds.filter((one) => may(answers[methodPath(route)] ?? [], one))) {
      const own = await browserOf(given.people[kind])
      const path = route.path === '/sessions/:session/ending' ? `/sessions/${own.session}/ending` : addressOf(route)
      const { status, text } = await own.post(path, formFor(route, kind))
      assert.ok([303, 422].includes(status), `${kind}: ${status}`)
      if (kind.endsWith('Elsewhere')) assertTellsNothing(text, `${methodPath(route)} as ${kind}`)
    }
  })
}
