import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { competitions } from './competition.ts'
import { problemOf, tables } from './crowd.testing.ts'
import { mostMatched } from './most-matched.ts'

test('Who is left over competes, with others, for fewer places than they are; all whom these may meet are among them.', () => {
  fc.assert(
    fc.property(tables(8), (table) => {
      const problem = problemOf(table)
      const matching = mostMatched(problem)
      const competitionOf = competitions(problem, matching)
      for (const [mentee, mentor] of matching.mentorOf.entries()) {
        const isAlone = table.scores[mentee]!.every((score) => score === null)
        if (mentor >= 0 || isAlone) continue
        const found = competitionOf(mentee)
        const looked = byLooking(mentee, table)
        assert.ok(found && found.competing > found.places)
        assert.ok(found.competing <= looked.competing && found.places <= looked.places)
      }
    }),
    { numRuns: 2_000 },
  )
})

/** Everybody whom any chain of pairs joins to a mentee, short of places or not. */
function byLooking(mentee: number, { scores, capacity }: { scores: readonly (readonly (number | null)[])[]; capacity: readonly number[] }) {
  const mentees = new Set([mentee])
  const mentors = new Set<number>()
  for (let grown = 0; grown !== mentees.size + mentors.size; ) {
    grown = mentees.size + mentors.size
    scores.forEach((row, i) => {
      row.forEach((score, j) => {
        if (score === null || !(mentees.has(i) || mentors.has(j))) return
        mentees.add(i)
        mentors.add(j)
      })
    })
  }
  return { competing: mentees.size, places: [...mentors].reduce((sum, j) => sum + capacity[j]!, 0) }
}

test('Two crowds without a mentor in common do not compete.', () => {
  const table = {
    mentees: ['a', 'b', 'c', 'd', 'e'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [5, null],
      [5, null],
      [5, null],
      [null, 5],
      [null, 5],
    ],
  }
  const problem = problemOf(table)
  const matching = mostMatched(problem)
  const competitionOf = competitions(problem, matching)
  assert.deepEqual(
    [competitionOf(2), competitionOf(4)],
    [
      { competing: 3, places: 1 },
      { competing: 2, places: 1 },
    ],
  )
})
