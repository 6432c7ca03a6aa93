import fc from 'fast-check'
import { mentorIn, packed, worthIn } from '#scores/packed'
import { worthFor } from './assign.ts'
import { tiesBetween } from './pair-rows.ts'
import type { Pin, Problem } from './problem.ts'

/** A crowd for tests, as a table: `scores[mentee][mentor]`, null where the two may not meet. */
export type Table = {
  mentees: readonly string[]
  mentors: readonly string[]
  capacity: readonly number[]
  scores: readonly (readonly (number | null)[])[]
}

type Asked = Partial<Pick<Problem, 'floor' | 'dial' | 'pins' | 'standing' | 'first' | 'bonus'>>

export function problemOf({ mentees, mentors, capacity, scores }: Table, asked: Asked = {}): Problem {
  const rowStart = new Int32Array(mentees.length + 1)
  const rows = scores.map((row, i) => {
    const pairs = row.flatMap((score, j) => (score === null ? [] : [packed(score, j)])).sort((a, b) => a - b)
    rowStart[i + 1] = rowStart[i]! + pairs.length
    return pairs
  })
  const coded = (code: string) => ({ code })
  return {
    n: mentees.length,
    m: mentors.length,
    capacity: Int32Array.from(capacity),
    rowStart,
    pair: Int32Array.from(rows.flat()),
    tie: tiesBetween(mentees.map(coded), mentors.map(coded)),
    pins: [],
    floor: 'none',
    dial: 'total',
    ...asked,
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

/** Some pairs that may stand together, within places: of each mentee one throw, often none. */
export function somePins(table: Table, dice: Iterable<number>): Pin[] {
  const places = [...table.capacity]
  const throws = dice[Symbol.iterator]()
  return table.mentees.flatMap((_, i): Pin[] => {
    const j = (throws.next().value as number) % (table.mentors.length * 2 + 1)
    if (j >= table.mentors.length || table.scores[i]![j] === null || places[j] === 0) return []
    places[j]!--
    return [[i, j]]
  })
}

export type Best = { matched: number; floor: number; worth: number; kept: number; first: number; tie: number; mentorOf: number[] }

/** The best whole by looking at every one: what the solver is held against. */
export function bestByLooking(problem: Problem): Best {
  const places = Array.from(problem.capacity)
  const pinOf = new Map(problem.pins.map(([mentee, mentor]) => [mentee, mentor]))
  const worth = worthFor(problem)
  const chosen: number[] = new Array<number>(problem.n).fill(-1)
  let best: Best | undefined
  const look = (i: number, sum: Omit<Best, 'mentorOf'>): void => {
    if (i === problem.n) {
      if (best === undefined || isBetter(sum, best, problem)) best = { ...sum, mentorOf: [...chosen] }
      return
    }
    const pin = pinOf.get(i)
    for (let e = problem.rowStart[i]!; e < problem.rowStart[i + 1]!; e++) {
      const j = mentorIn(problem.pair[e]!)
      const score = worthIn(problem.pair[e]!)
      if (places[j] === 0 || (pin !== undefined && pin !== j)) continue
      if (pin === undefined && typeof problem.floor === 'number' && score < problem.floor) continue
      places[j]!--
      chosen[i] = j
      look(i + 1, pin === undefined ? withPair(sum, score, worth(score, i, j), problem, i, j) : { ...sum, matched: sum.matched + 1 })
      places[j]!++
    }
    chosen[i] = -1
    if (pin === undefined) look(i + 1, sum)
  }
  look(0, { matched: 0, floor: Number.POSITIVE_INFINITY, worth: 0, kept: 0, first: 0, tie: 0 })
  return best!
}

function withPair(sum: Omit<Best, 'mentorOf'>, score: number, worth: number, problem: Problem, i: number, j: number) {
  return {
    matched: sum.matched + 1,
    floor: Math.min(sum.floor, score),
    worth: sum.worth + worth,
    kept: sum.kept + (problem.standing?.[i] === j ? 1 : 0),
    first: sum.first + (problem.first?.[i] ?? 0),
    tie: sum.tie + problem.tie(i, j),
  }
}

function isBetter(a: Omit<Best, 'mentorOf'>, b: Omit<Best, 'mentorOf'>, { floor, bonus }: Problem): boolean {
  if (a.matched !== b.matched) return a.matched > b.matched
  if (bonus !== Infinity && a.first !== b.first) return a.first > b.first
  if (floor === 'highest' && a.floor !== b.floor) return a.floor > b.floor
  if (bonus === Infinity && a.kept !== b.kept) return a.kept > b.kept
  if (a.worth !== b.worth) return a.worth > b.worth
  if (a.kept !== b.kept) return a.kept > b.kept
  return a.tie < b.tie
}
