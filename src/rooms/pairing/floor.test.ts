import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { problemOf, type Table, tables } from './crowd.testing.ts'
import { frontier, highestFloor } from './floor.ts'
import { mostMatched } from './most-matched.ts'

const matchedFrom = (table: Table, floor: number) =>
  mostMatched(
    problemOf({ ...table, scores: table.scores.map((row) => row.map((score) => (score !== null && score >= floor ? score : null))) }),
  ).matched

test('The frontier says for each floor how many can be matched, from the highest that costs nobody to the first that nobody reaches.', () => {
  fc.assert(
    fc.property(tables(8), fc.integer({ min: 2, max: 15 }), (table, most) => {
      const steps = frontier(problemOf(table), most)
      assert.ok(steps.length <= most + 1)
      assert.equal(steps[0]?.floor, highestFloor(problemOf(table)))
      for (const { floor, matched } of steps) assert.equal(matched, matchedFrom(table, floor))
      for (const [at, step] of steps.entries()) assert.ok(at === 0 || step.floor > steps[at - 1]!.floor)
    }),
    { numRuns: 300 },
  )
})
