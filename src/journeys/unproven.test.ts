import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '#ground/route'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testConfig, testHouse } from '#testing/house'
import { answers as firstAnswers, may, methodPath, type Row } from './matrix.answers.ts'
import { roomMatrices } from './matrix.rooms.ts'
import { givenMatrix, marksOf } from './matrix.testing.ts'

/* The matrix again, for who holds a role and has shown a mailbox alone: it opens what a colleague may see, and nothing more. */
const house = await testHouse()
const { browserOf } = doorOf(house, routes, { ...testConfig, passkeys: 'required' })
const given = await givenMatrix(house)
const answers: Readonly<Record<string, Row>> = Object.assign({}, firstAnswers, ...roomMatrices.map((room) => room.answers))
const more: Record<string, string> = {}
for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
const staff = ['coordinator', 'administrator', 'officer'] as const
const browsers = new Map(await Promise.all(staff.map(async (kind) => [kind, await browserOf(given.people[kind])] as const)))
const { session } = await browserOf(given.people.mentor)

function addressOf({ path }: Route): string {
  const objects: Record<string, string> = { ...given.ids, ...more, session, token: 'a-link-of-nobody' }
  return path.replace(/:(\w+)/g, (_all, name: string) => objects[name] ?? assert.fail(name))
}

/** What only a role opens: a colleague may not. */
const ofRoles = routes.filter((route) => !may(answers[methodPath(route)] ?? [], 'colleague'))

test('There is much that only a role opens.', () => {
  assert.ok(ofRoles.length > 50, String(ofRoles.length))
})

for (const route of ofRoles) {
  test(`${methodPath(route)}: a role by a mailbox alone is led to the proof, and changes nothing.`, async () => {
    const before = await marksOf(house.databaseName)
    for (const kind of staff) {
      const browser = browsers.get(kind) ?? assert.fail(kind)
      const what = `${methodPath(route)} as ${kind}`
      if (route.does === 'act') {
        const { status } = await browser.post(addressOf(route))
        assert.ok([403, 422].includes(status), `${what}: ${status}`)
      } else {
        const { status, to } = await browser.get(addressOf(route))
        assert.deepEqual([status, to.split('?')[0]], [303, '/session/proof'], what)
      }
    }
    assert.deepEqual(await marksOf(house.databaseName), before)
  })
}
