import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assign, figuresOf } from './assign.ts'
import { problemOf, type Table } from './crowd.testing.ts'
import type { Problem } from './problem.ts'

/** A table by rule, so that big ones need no file. */
function crowd(n: number, m: number, capacity: number, scoreOf: (i: number, j: number) => number | null): Table {
  return {
    mentees: Array.from({ length: n }, (_, i) => `N${i}`),
    mentors: Array.from({ length: m }, (_, j) => `M${j}`),
    capacity: new Array<number>(m).fill(capacity),
    scores: Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => scoreOf(i, j))),
  }
}

/** Uneven but the same every time. */
const dice = (i: number, j: number) => Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ (j + 7), 0x85ebca6b) >>> 8

/** Figures of the best whole, and the whole. */
function solved(problem: Problem) {
  const { mentorOf } = assign(problem)
  return { ...figuresOf(problem, mentorOf), mentorOf }
}

test('Nobody at all, no mentors, or mentors without a place: nobody is matched, and nothing breaks.', () => {
  for (const table of [crowd(0, 0, 1, () => 1), crowd(3, 0, 1, () => 1), crowd(0, 3, 1, () => 1), crowd(3, 3, 0, () => 1)]) {
    const answer = solved(problemOf(table, { floor: 'highest' }))
    assert.deepEqual([answer.matched, answer.total, answer.floor], [0, 0, null])
  }
})

test('A mentee whom nobody may meet stays without, and costs nobody their place.', () => {
  const answer = solved(problemOf(crowd(3, 3, 1, (i) => (i === 1 ? null : 400))))
  assert.deepEqual([answer.matched, answer.mentorOf[1], answer.total], [2, -1, 800])
})

test('One mentor with places for everybody takes everybody, at scores 0 and 1000 alike.', () => {
  const answer = solved(
    problemOf(
      crowd(40, 1, 5_000, (i) => (i % 2) * 1000),
      { floor: 'highest' },
    ),
  )
  assert.deepEqual([answer.matched, answer.total, answer.floor], [40, 20_000, 0])
})

test('A million pairs with the same score give everybody a mentor, and spread first choices by hash.', () => {
  const answer = solved(
    problemOf(
      crowd(1_000, 1_000, 1, () => 500),
      { floor: 'highest' },
    ),
  )
  assert.deepEqual([answer.matched, answer.total, answer.floor], [1_000, 500_000, 500])
  assert.ok(answer.mentorOf.filter((j, i) => j === i).length < 20, 'matched by place in the rows')
})

test('Yes and no for a score: as many yes as a greatest matching of the yes pairs alone.', () => {
  const yes = (i: number, j: number) => dice(i, j) % 150 === 0
  const all = solved(problemOf(crowd(300, 300, 1, (i, j) => (yes(i, j) ? 1000 : 0))))
  const only = solved(problemOf(crowd(300, 300, 1, (i, j) => (yes(i, j) ? 1000 : null))))
  assert.deepEqual([all.matched, all.total], [300, only.matched * 1000])
})

test('Bands of 250, twice as many mentees as places: every place is taken.', () => {
  const answer = solved(
    problemOf(
      crowd(400, 50, 4, (i, j) => (dice(i, j) % 5) * 250),
      { floor: 'highest' },
    ),
  )
  assert.deepEqual([answer.matched, answer.floor], [200, 1000])
})

test('A hundred and fifty by a hundred and fifty is answered well inside a request.', { timeout: 10_000 }, () => {
  const problem = problemOf(
    crowd(150, 150, 1, (i, j) => dice(i, j) % 1001),
    { floor: 'highest' },
  )
  const start = performance.now()
  assert.equal(solved(problem).matched, 150)
  assert.ok(performance.now() - start < 1_000)
})
