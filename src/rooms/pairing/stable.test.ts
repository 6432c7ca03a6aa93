import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { problemOf, type Table, tables } from './crowd.testing.ts'
import { blockingPairs, stableWhole } from './stable.ts'

/** Counted from the table, pair by pair, as the definition says it. */
function blockingByLooking({ scores, capacity }: Table, mentorOf: Int32Array): number {
  const own = (i: number) => (mentorOf[i]! < 0 ? -1 : scores[i]![mentorOf[i]!]!)
  const holders = (j: number) => Array.from(mentorOf.keys()).filter((i) => mentorOf[i] === j)
  let count = 0
  scores.forEach((row, i) => {
    row.forEach((score, j) => {
      if (score === null || score <= own(i) || capacity[j] === 0) return
      const held = holders(j)
      if (held.length < capacity[j]! || held.some((other) => own(other) < score)) count++
    })
  })
  return count
}

test('In the stable whole no mentee and mentor would both rather have each other.', () => {
  fc.assert(
    fc.property(tables(9), (table) => {
      const problem = problemOf(table)
      const mentorOf = stableWhole(problem, problem.tie)
      assert.equal(blockingByLooking(table, mentorOf), 0)
      assert.equal(blockingPairs(problem, mentorOf), 0)
      for (const [j, places] of table.capacity.entries()) assert.ok(mentorOf.filter((mentor) => mentor === j).length <= places)
    }),
    { numRuns: 2_000 },
  )
})

test('Who would rather swap is counted pair by pair, in any whole.', () => {
  fc.assert(
    fc.property(tables(7), fc.infiniteStream(fc.nat(99)), (table, dice) => {
      const left = [...table.capacity]
      const throws = dice[Symbol.iterator]()
      const mentorOf = Int32Array.from(table.scores, (row) => {
        const j = (throws.next().value as number) % (row.length + 1)
        if (j === row.length || row[j] === null || left[j] === 0) return -1
        left[j]!--
        return j
      })
      assert.equal(blockingPairs(problemOf(table), mentorOf), blockingByLooking(table, mentorOf))
    }),
    { numRuns: 2_000 },
  )
})

test('Stability may leave somebody over whom the best whole places.', () => {
  const table = {
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [900, 500],
      [800, null],
    ],
  }
  const problem = problemOf(table)
  assert.deepEqual([...stableWhole(problem, problem.tie)], [0, -1])
})
