import fc from 'fast-check'
import type { Pin, Problem } from './problem.ts'
import { hashOf, tieBits, tieOf } from './tie.ts'

/** A crowd for tests, as a table: `scores[mentee][mentor]`, null where the two may not meet. */
export type Table = {
  mentees: readonly string[]
  mentors: readonly string[]
  capacity: readonly number[]
  scores: readonly (readonly (number | null)[])[]
}

export function problemOf(table: Table, options: { floor?: boolean; pins?: readonly Pin[] } = {}): Problem {
  const { mentees, mentors, scores } = table
  const bits = tieBits(mentees.length + mentors.length)
  const pairs = scores.flatMap((row, i) =>
    row.flatMap((score, j) => {
      if (score === null) return []
      return [{ i, j, score, tie: tieOf(hashOf(mentees[i]!), hashOf(mentors[j]!), bits) }]
    }),
  )
  const rowStart = new Int32Array(mentees.length + 1)
  for (const { i } of pairs) rowStart[i + 1]!++
  for (let i = 0; i < mentees.length; i++) rowStart[i + 1]! += rowStart[i]!
  return {
    n: mentees.length,
    m: mentors.length,
    capacity: Int32Array.from(table.capacity),
    rowStart,
    column: Int32Array.from(pairs, ({ j }) => j),
    score: Int32Array.from(pairs, ({ score }) => score),
    tie: Float64Array.from(pairs, ({ tie }) => tie),
    pins: options.pins ?? [],
    options: { floor: options.floor ?? false },
  }
}

const scoreKinds = [
  fc.integer({ min: 0, max: 1000 }),
  fc.constantFrom(0, 1000),
  fc.constantFrom(0, 250, 500, 750, 1000),
  fc.constant(500),
  fc.integer({ min: 0, max: 4 }),
]

/** Any crowd up to `most` by `most`: no rows, empty rows, no places, places to spare, equal scores. */
export function tables(most: number): fc.Arbitrary<Table> {
  return fc
    .record({ n: fc.nat(most), m: fc.nat(most), kind: fc.constantFrom(...scoreKinds), open: fc.constantFrom(1, 3, 9) })
    .chain(({ n, m, kind, open }) =>
      fc.record({
        mentees: fc.constant(Array.from({ length: n }, (_, i) => `N${i}`)),
        mentors: fc.constant(Array.from({ length: m }, (_, j) => `M${j}`)),
        capacity: fc.array(fc.nat(3), { minLength: m, maxLength: m }),
        scores: fc.array(fc.array(fc.option(kind, { freq: open }), { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
      }),
    )
}

export type Best = { matched: number; floor: number; total: number; tie: number; mentorOf: number[] }

/** The best whole by looking at every one: what the solver is held against. */
export function bestByLooking(problem: Problem): Best {
  const places = Array.from(problem.capacity)
  const pinOf = new Map(problem.pins.map(([mentee, mentor]) => [mentee, mentor]))
  const chosen: number[] = new Array<number>(problem.n).fill(-1)
  let best: Best | undefined
  const look = (i: number, sum: Omit<Best, 'mentorOf'>): void => {
    if (i === problem.n) {
      if (best === undefined || isBetter(sum, best, problem.options.floor)) best = { ...sum, mentorOf: [...chosen] }
      return
    }
    const pin = pinOf.get(i)
    for (let e = problem.rowStart[i]!; e < problem.rowStart[i + 1]!; e++) {
      const j = problem.column[e]!
      const score = problem.score[e]!
      if (places[j] === 0 || (pin !== undefined && pin !== j)) continue
      places[j]!--
      chosen[i] = j
      const floor = pin === undefined ? Math.min(sum.floor, score) : sum.floor
      const tie = pin === undefined ? sum.tie + problem.tie[e]! : sum.tie
      look(i + 1, { matched: sum.matched + 1, floor, total: sum.total + score, tie })
      places[j]!++
    }
    chosen[i] = -1
    if (pin === undefined) look(i + 1, sum)
  }
  look(0, { matched: 0, floor: Number.POSITIVE_INFINITY, total: 0, tie: 0 })
  return best!
}

function isBetter(a: Omit<Best, 'mentorOf'>, b: Omit<Best, 'mentorOf'>, floorFirst: boolean): boolean {
  if (a.matched !== b.matched) return a.matched > b.matched
  if (floorFirst && a.floor !== b.floor) return a.floor > b.floor
  if (a.total !== b.total) return a.total > b.total
  return a.tie < b.tie
}
