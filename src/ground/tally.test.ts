import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTally } from './tally.ts'

const at = (minute: number) => Temporal.Instant.from('2026-11-23T08:00:00Z').add({ minutes: minute })

test('So many come within the while, and no more; each key is counted for itself, and what is long ago is forgotten.', () => {
  const tally = openTally({ max: 2, minutes: 60, keysMax: 9 })
  assert.deepEqual(
    [0, 1, 2].map((minute) => tally('a', at(minute))),
    [true, true, false],
  )
  assert.equal(tally('b', at(2)), true)
  assert.equal(tally('a', at(60)), true)
  assert.equal(tally('a', at(60)), false)
})

test('Of more keys than it may hold it forgets the ones that came first.', () => {
  const tally = openTally({ max: 1, minutes: 60, keysMax: 2 })
  for (const key of ['a', 'b', 'c']) assert.equal(tally(key, at(0)), true)
  assert.deepEqual(
    ['c', 'b', 'a'].map((key) => tally(key, at(1))),
    [false, false, true],
  )
})
