import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, figuresOf } from './assign.ts'
import { bestByLooking, problemOf, somePins, type Table, tables } from './crowd.testing.ts'
import { highestFloor } from './floor.ts'
import { mostMatched } from './most-matched.ts'
import type { Problem } from './problem.ts'

const runs = { numRuns: 2_000 }
const floors = fc.constantFrom('highest' as const, 'none' as const)
const dials = fc.constantFrom('total' as const, 'even' as const)

test('Every small crowd gets the whole that looking at all of them finds, pair by pair.', () => {
  fc.assert(
    fc.property(tables(5), floors, dials, (table, floor, dial) => sameAsLooking(problemOf(table, { floor, dial }))),
    runs,
  )
})

test('Pinned pairs stand, and the rest is the best that they leave.', () => {
  fc.assert(
    fc.property(tables(5), floors, dials, fc.infiniteStream(fc.nat(99)), (table, floor, dial, dice) =>
      sameAsLooking(problemOf(table, { floor, dial, pins: somePins(table, dice) })),
    ),
    runs,
  )
})

test('Of equally good wholes the one that moves fewest is taken; a bonus buys more of that, to the point.', () => {
  fc.assert(
    fc.property(tables(5), floors, fc.constantFrom(0, 1, 10, 300, 1000), fc.infiniteStream(fc.nat(99)), (table, floor, bonus, dice) => {
      const standing = new Int32Array(table.mentees.length).fill(-1)
      for (const [mentee, mentor] of somePins(table, dice)) standing[mentee] = mentor
      sameAsLooking(problemOf(table, { floor, bonus, standing }))
    }),
    runs,
  )
})

test('No pair outside the rows is ever made, and no mentor has more mentees than places.', () => {
  fc.assert(
    fc.property(tables(12), (table) => {
      const { mentorOf } = assign(problemOf(table))
      const taken = table.capacity.map(() => 0)
      mentorOf.forEach((j, i) => {
        if (j < 0) return
        assert.notEqual(table.scores[i]![j], null)
        taken[j]!++
      })
      taken.forEach((count, j) => {
        assert.ok(count <= table.capacity[j]!)
      })
    }),
  )
})

test('The order of the rows changes nothing.', () => {
  fc.assert(
    fc.property(tables(12), floors, fc.infiniteStream(fc.nat()), (table, floor, dice) => {
      const other = shuffled(table, dice)
      assert.deepEqual(pairsOf(other, floor), pairsOf(table, floor))
    }),
    runs,
  )
})

test('The floor is the highest threshold that still matches as many, tried one by one.', () => {
  fc.assert(
    fc.property(tables(8), (table) => {
      const problem = problemOf(table, { floor: 'highest' })
      const { matched } = mostMatched(problem)
      const reaches = (floor: number) => mostMatched(problemOf(onlyFrom(table, floor))).matched === matched
      let highest = 0
      for (let floor = 1; floor <= 1000; floor++) if (reaches(floor)) highest = floor
      assert.equal(highestFloor(problem), highest)
      const answer = figuresOf(problem, assign(problem).mentorOf)
      assert.equal(answer.matched, matched)
      if (matched > 0) assert.equal(answer.floor, highest)
    }),
    { numRuns: 60 },
  )
})

function sameAsLooking(problem: Problem): void {
  const best = bestByLooking(problem)
  const { mentorOf } = assign(problem)
  const { matched, floor } = figuresOf(problem, mentorOf)
  assert.equal(matched, best.matched)
  assert.deepEqual([...mentorOf], best.mentorOf)
  assert.equal(floor, Number.isFinite(best.floor) ? best.floor : null)
}

function shuffled(table: Table, dice: Iterable<number>): Table {
  const throws = dice[Symbol.iterator]()
  const mix = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ at, by: throws.next().value as number }))
      .sort((a, b) => a.by - b.by)
      .map(({ at }) => at)
  const rows = mix(table.mentees.length)
  const columns = mix(table.mentors.length)
  return {
    mentees: rows.map((i) => table.mentees[i]!),
    mentors: columns.map((j) => table.mentors[j]!),
    capacity: columns.map((j) => table.capacity[j]!),
    scores: rows.map((i) => columns.map((j) => table.scores[i]![j]!)),
  }
}

function pairsOf(table: Table, floor: Problem['floor']): string[] {
  const { mentorOf } = assign(problemOf(table, { floor }))
  return table.mentees.map((mentee, i) => `${mentee} ${mentorOf[i]! < 0 ? '-' : table.mentors[mentorOf[i]!]}`).sort()
}

function onlyFrom(table: Table, floor: number): Table {
  return { ...table, scores: table.scores.map((row) => row.map((score) => (score !== null && score >= floor ? score : null))) }
}
