import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bestWhole } from './best-whole.ts'
import { problemOf, tables } from './crowd.testing.ts'
import { placeWorth } from './place-worth.ts'

test('One more place is worth what the whole gains when it is given.', () => {
  fc.assert(
    fc.property(tables(7), (table) => {
      const rows = problemOf(table)
      const whole = bestWhole(rows)
      const worth = placeWorth(rows, whole, whole.mentorOf)
      for (let j = 0; j < rows.m; j++) {
        const given = bestWhole({ ...rows, capacity: rows.capacity.with(j, rows.capacity[j]! + 1) })
        assert.deepEqual([given.matched - whole.matched, given.total - whole.total], [whole.short.mentor[j], worth[j]], `mentor ${j}`)
      }
    }),
    { numRuns: 5_000 },
  )
})
