import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packed } from '#scores/packed'
import { assign, figuresOf } from './assign.ts'
import { problemOf } from './crowd.testing.ts'
import { mustBeReached, type Pin, type Problem } from './problem.ts'

const totalOf = (problem: Problem) => figuresOf(problem, assign(problem).mentorOf).total

test('A bonus keeps a standing pair where the total loses less than the bonus, and is not counted in the total.', () => {
  const table = {
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [500, 490],
      [505, 500],
    ],
  }
  assert.equal(totalOf(problemOf(table)), 1000)
  const kept = problemOf(table, { standing: Int32Array.of(1, -1), bonus: 10 })
  assert.deepEqual([...assign(kept).mentorOf], [1, 0])
  assert.equal(totalOf(kept), 995)
})

test('A floor in points leaves out every pair below it, though somebody is left over; one that nobody reaches is refused.', () => {
  const table = {
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [900, 300],
      [800, 299],
    ],
  }
  assert.deepEqual([...assign(problemOf(table, { floor: 300 })).mentorOf], [1, 0])
  assert.deepEqual([...assign(problemOf(table, { floor: 301 })).mentorOf], [0, -1])
  refused(() => mustBeReached(problemOf(table, { floor: 901 })), 'matching.floorTooHigh', { floor: 901, best: 900 })
  assert.deepEqual([...assign(problemOf(table, { floor: 901 })).mentorOf], [-1, -1])
  refused(() => assign(problemOf(table, { floor: 1001 })), 'matching.floorOutside', { floor: 1001, most: 1000 })
  refused(() => assign(problemOf(table, { floor: 0.5 })), 'matching.floorOutside', { floor: 0.5, most: 1000 })
})

test('Evened, lifting a weak pair counts for more than a greater total.', () => {
  const table = {
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [900, 500],
      [480, 90],
    ],
  }
  assert.equal(totalOf(problemOf(table)), 990)
  assert.equal(totalOf(problemOf(table, { dial: 'even' })), 980)
})

test('A pin is refused by name where a rule forbids it, a mentee has two, or the mentor has no place left.', () => {
  const table = {
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [1, null],
      [1, 1],
    ],
  }
  const refusedFor = (pins: Pin[], reason: string) =>
    assert.throws(
      () => assign(problemOf(table, { pins })),
      (error: { reason?: string }) => error.reason === reason,
    )
  refusedFor([[0, 1]], 'matching.pinNotAllowed')
  refusedFor(
    [
      [1, 0],
      [1, 1],
    ],
    'matching.pinTwice',
  )
  refusedFor(
    [
      [0, 0],
      [1, 0],
    ],
    'matching.pinNoPlace',
  )
})

test('Scores above 1000, places below 0 and a bonus outside are refused by name; rows cut short crash.', () => {
  const good = problemOf({ mentees: ['a'], mentors: ['x'], capacity: [1], scores: [[1000]] })
  refused(() => assign({ ...good, pair: Int32Array.of(packed(1001, 0)) }), 'matching.scoreOutside', { score: 1001, most: 1000 })
  refused(() => assign({ ...good, capacity: Int32Array.of(-1) }), 'matching.placesOutside', { places: -1 })
  refused(() => assign({ ...good, bonus: 1001 }), 'matching.bonusOutside', { bonus: 1001, most: 1000 })
  assert.throws(() => assign({ ...good, pair: Int32Array.of() }), /cut short/)
  assert.throws(() => assign({ ...good, pair: Int32Array.of(packed(5, 1)) }), /out of order/)
})

function refused(deed: () => unknown, reason: string, facts: object): void {
  assert.throws(deed, (error: { reason?: string; facts?: object }) => {
    assert.deepEqual([error.reason, error.facts], [reason, facts])
    return true
  })
}
