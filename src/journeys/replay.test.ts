import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '#ground/route'
import { doorOf } from '#people/web.testing'
import { untouched } from '#programmes/browser.testing'
import { erasePerson } from '#retention/erase-person'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { answers as firstAnswers, may, methodPath, type Row } from './matrix.answers.ts'
import { addressIn, formIn, objectsOf, type World } from './matrix.requests.testing.ts'
import type { Fields } from './matrix.room.ts'
import { roomMatrices } from './matrix.rooms.ts'
import { givenMatrix, type Kind, kinds, marksOf } from './matrix.testing.ts'

/*
 * Two organisations in the middle of the same work. What one person of the first may ask for is asked again: by who has the same place in
 * the second, and by that person with one id at a time taken from the second. Nothing is told, and nothing changes.
 */
const mark = '-of-the-others'
const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const answers: Readonly<Record<string, Row>> = Object.assign({}, firstAnswers, ...roomMatrices.map((room) => room.answers))
const ours = await givenWorld('')
const theirs = await givenWorld(mark)
const theirIds = new Set([...Object.values(objectsOf({ path: '' }, theirs)), ...Object.values(theirs.given.waiting)].filter(isOwnId))

async function givenWorld(name: string): Promise<World & { browsers: Map<Kind, Awaited<ReturnType<typeof browserOf>>> }> {
  const given = await givenMatrix(house, name)
  const more: Record<string, string> = {}
  for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
  const browsers = new Map(await Promise.all(kinds.map(async (kind) => [kind, await browserOf(given.people[kind])] as const)))
  const rules = `/programmes/${given.ids.programme}/rules`
  const rulesForm = untouched((await browsers.get('coordinator')?.get(rules))?.text ?? '', rules)
  return { given, more, rulesForm, session: browsers.get('mentor')?.session ?? '', browsers }
}

/** An id or a secret, as against the name of a stage or a card, which both organisations have. */
function isOwnId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) || /^[\w-]{22}(\.ics)?$/.test(text)
}

type Recorded = { route: Route; kind: Kind; path: string; fields: Fields | null }

/** What people of a kind may ask for in their own organisation; whoever holds a key may use it, and stands aside. */
function journeyOf(world: World, kind: Kind): Recorded[] {
  const theirOwn = routes.filter((route) => {
    const row = answers[methodPath(route)] ?? []
    return may(row, kind) && !row.includes('anyone')
  })
  return theirOwn.map((route) => ({
    ...{ route, kind, path: addressIn(world, route) },
    fields: route.does === 'act' ? formIn(world, route, kind) : null,
  }))
}

async function ask(kind: Kind, world: typeof ours, { path, fields }: Pick<Recorded, 'path' | 'fields'>) {
  const browser = world.browsers.get(kind) ?? assert.fail(kind)
  return fields === null ? browser.get(path) : browser.post(path, fields)
}

/** The same request with each id of its path, one at a time, taken from the others. */
function swappedInPath({ route, ...rest }: Recorded): Recorded[] {
  const [own, foreign] = [objectsOf(route, ours), objectsOf(route, theirs)]
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name).filter((name) => isOwnId(foreign[name] ?? ''))
  return names.map((name) => ({ ...rest, route, path: addressIn(ours, route, { ...own, [name]: foreign[name] ?? '' }) }))
}

const formIds = ({ given, more }: World): Record<string, string> => {
  const { pin, mustNot, waiting, ids } = given
  return { ...ids, ...more, ...waiting, pin, mustNot }
}
const foreignOf = new Map(Object.entries(formIds(ours)).map(([name, id]) => [id, formIds(theirs)[name] ?? '']))

/** The same form with each id that it carries, one at a time, taken from the others. */
function swappedInForm({ fields, ...rest }: Recorded): (Recorded & { foreign: string })[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]) => {
    const foreign = typeof value === 'string' && isOwnId(value) ? foreignOf.get(value) : undefined
    return foreign ? [{ ...rest, foreign, fields: { ...fields, [name]: foreign } }] : []
  })
}

/** Every row of any table that names an id. */
async function rowsAbout(id: string): Promise<string[]> {
  return onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
    const each = rows.map(({ name }) => `select '${name} ' || t::text as row from "${name}" t where t::text like '%' || $1 || '%'`)
    return (await client.query<{ row: string }>(`${each.join(' union all ')} order by 1`, [id])).rows.map(({ row }) => row)
  }, house.databaseName)
}

function assertTellsNothing(text: string, sent: Recorded, what: string): void {
  assert.ok(!text.includes(mark), `${what} tells a name of theirs`)
  const said = [...theirIds].filter((id) => text.includes(id) && !JSON.stringify([sent.path, sent.fields]).includes(id))
  assert.deepEqual(said, [], `${what} tells an id of theirs`)
}

const askers = ['mentor', 'mentee', 'officer', 'coordinator', 'administrator'] as const

for (const kind of askers) {
  test(`What one person asked for is not there for who asks it from elsewhere, nor with one id of elsewhere in it, as ${kind}.`, async () => {
    const before = await marksOf(house.databaseName)
    const swaps = journeyOf(ours, kind).flatMap(swappedInPath)
    const replays = journeyOf(theirs, kind).filter(({ path }) => [...theirIds].some((id) => path.includes(id)))
    for (const asked of [...swaps, ...replays]) {
      const what = `${methodPath(asked.route)} by our ${kind} at ${asked.path}`
      const { status, text } = await ask(kind, ours, asked)
      assert.equal(status, 404, what)
      assertTellsNothing(text, asked, what)
    }
    assert.ok(swaps.length > 3 && replays.length > 3, `${swaps.length} swaps, ${replays.length} replays`)
    assert.deepEqual(await marksOf(house.databaseName), before)
  })
}

test('An id of elsewhere in a form of one’s own is refused or comes to nothing: no row names it that did not before.', async () => {
  const swaps = askers.flatMap((kind) => journeyOf(ours, kind)).flatMap(swappedInForm)
  for (const asked of swaps) {
    const what = `${methodPath(asked.route)} by our ${asked.kind} with ${JSON.stringify(asked.fields)}`
    const before = await rowsAbout(asked.foreign)
    const { status, text } = await ask(asked.kind, ours, asked)
    assert.ok([303, 404, 422].includes(status), `${what}: ${status}`)
    assertTellsNothing(text, asked, what)
    assert.deepEqual(await rowsAbout(asked.foreign), before, what)
  }
  assert.ok(swaps.length > 10, `${swaps.length} forms`)
})

test('Whose account ended comes in nowhere, by no session that was open.', async () => {
  const { mentor } = ours.given.people
  const [one, other] = [await browserOf(mentor), await browserOf(mentor)]
  for (const browser of [one, other]) assert.equal((await browser.get('/me')).status, 200)
  await house.write((tx) => erasePerson(tx, { person: mentor.id, organisation: mentor.organisation }))
  const before = await marksOf(house.databaseName)
  for (const browser of [one, other]) {
    for (const { route, path, fields } of journeyOf(ours, 'mentor')) {
      const { status, to } = await (fields === null ? browser.get(path) : browser.post(path, fields))
      assert.deepEqual([status, to.split('?')[0]], fields === null ? [303, '/sign-in'] : [401, ''], methodPath(route))
    }
  }
  assert.deepEqual(await marksOf(house.databaseName), before)
})
