import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#ground/refusal'
import { sayRefusal, sayTo, unknownReader } from '#ground/words'
import { mentorIn, worthIn } from '#scores/packed'
import { problemOf, tables } from './crowd.testing.ts'
import { type Instance, packInstance, readInstance, writeInstance } from './instance.ts'

const say = sayTo(unknownReader)
const instances = tables(6).map((table): Instance => {
  const { n, m, capacity, rowStart, pair } = problemOf({ ...table, capacity: table.capacity.map((c) => Math.min(c, table.mentees.length)) })
  return { n, m, capacity, rowStart, column: pair.map(mentorIn), score: pair.map(worthIn) }
})
const small: Instance = {
  n: 2,
  m: 2,
  capacity: Int32Array.of(1, 2),
  rowStart: Int32Array.of(0, 2, 3),
  column: Int32Array.of(1, 0, 1),
  score: Int32Array.of(1000, 0, 500),
}

const refusedAs = (bytes: Uint8Array) => {
  try {
    readInstance(bytes)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    assert.ok(sayRefusal(say, error).length > 10)
    return { reason: error.reason, ...error.facts }
  }
}

test('What was written is read again, and packed as it was.', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const read = readInstance(writeInstance(instance))
      assert.deepEqual(read, instance)
      assert.deepEqual(packInstance(read).pair.map(worthIn), instance.score)
    }),
  )
})

test('A file cut short anywhere is refused, and how much is missing is said; one that goes on too long is refused too.', () => {
  const bytes = writeInstance(small)
  for (let length = 0; length < bytes.length; length++) {
    const reason =
      length < 16 ? { reason: 'matching.instanceUnknown' } : { reason: 'matching.instanceCutShort', missing: bytes.length - length }
    assert.deepEqual(refusedAs(bytes.subarray(0, length)), reason)
  }
  assert.deepEqual(refusedAs(Uint8Array.of(...bytes, 0)), { reason: 'matching.instanceTooLong', more: 1 })
})

test('Any word changed makes another good instance or a refusal by name, never a crash.', () => {
  fc.assert(
    fc.property(instances, fc.nat(), fc.integer(), (instance, at, to) => {
      const bytes = writeInstance(instance)
      new DataView(bytes.buffer).setInt32((at % (bytes.length / 4)) * 4, to, true)
      refusedAs(bytes)
    }),
    { numRuns: 2_000 },
  )
})

test('Scores outside 0 to 1000, places below 0 or more than mentees, and rows that make no sense are each named.', () => {
  const refusedWith = (wrong: Partial<Instance>) => refusedAs(writeInstance({ ...small, ...wrong }))
  assert.deepEqual(refusedWith({ score: Int32Array.of(1, 1001, 1) }), {
    reason: 'matching.instanceScore',
    mentee: 1,
    score: 1001,
    most: 1000,
  })
  assert.deepEqual(refusedWith({ capacity: Int32Array.of(1, -1) }), { reason: 'matching.instancePlaces', mentor: 2, places: -1, most: 2 })
  assert.deepEqual(refusedWith({ capacity: Int32Array.of(3, 1) }), { reason: 'matching.instancePlaces', mentor: 1, places: 3, most: 2 })
  assert.deepEqual(refusedWith({ column: Int32Array.of(1, 1, 1) }), { reason: 'matching.instanceRows', mentee: 1 })
  assert.deepEqual(refusedWith({ column: Int32Array.of(1, 0, 2) }), { reason: 'matching.instanceRows', mentee: 2 })
  assert.deepEqual(refusedWith({ rowStart: Int32Array.of(0, 4, 3) }), { reason: 'matching.instanceRows', mentee: 1 })
})
