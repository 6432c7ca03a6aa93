import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iscoGroups } from './isco-groups.ts'
import { occupationsOf } from './topic-occupations.ts'
import { topics } from './topics.ts'

test('Every topic is the work of one to three groups of ISCO-08, and each group exists.', () => {
  assert.deepEqual(Object.keys(occupationsOf).sort(), [...topics].sort())
  for (const [topic, codes] of Object.entries(occupationsOf)) {
    assert.ok(codes.length >= 1 && codes.length <= 3, topic)
    for (const code of codes) assert.ok(/^[1-5]\d{2,3}$/.test(code) && iscoGroups.has(code), `${topic}: ${code}`)
    assert.equal(new Set(codes).size, codes.length)
  }
})

test('A code that ISCO-08 does not have is not among the groups.', () => {
  for (const code of ['2425', '1214', '2110', '999', '0', '24', '24111']) assert.equal(iscoGroups.has(code), false, code)
  assert.equal([...iscoGroups].filter((code) => code.startsWith('2') && code.length === 4).length, 92)
  assert.equal([...iscoGroups].filter((code) => code.startsWith('1') && code.length === 4).length, 31)
})
