import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '#street'
import { looksAt } from './looks-at.ts'

const gatesOfStaff = ['keepsOrganisation', 'keepsAny', 'coordinatesProgramme', 'coordinatesAny', 'administers', 'officer']
const shown = routes.filter(({ does, gate }) => does !== 'act' && gatesOfStaff.includes(gate.name)).map(({ path }) => path)

test('Every page of staff says at whose record it looks, or why at nobody’s; and every such line is a page.', () => {
  assert.deepEqual(
    shown.filter((path) => looksAt[path] === undefined),
    [],
    'say in looks-at.ts at whose record these look',
  )
  const all = new Set(routes.map(({ path }) => path))
  assert.deepEqual(
    Object.keys(looksAt).filter((path) => !all.has(path)),
    [],
    'no page has these paths',
  )
})

test('What a line names stands in its path.', () => {
  for (const [path, whose] of Object.entries(looksAt)) {
    if (typeof whose === 'string' && path !== '/today/:card') assert.ok(path.includes(`:${whose}`), path)
  }
})
