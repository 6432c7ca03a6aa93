import assert from 'node:assert/strict'
import { refuse } from '#ground/refusal'

/** A mentee and a mentor by their places in the rows: `[mentee, mentor]`. */
export type Pin = readonly [mentee: number, mentor: number]

/** Who may meet whom, in sparse rows: the pairs of mentee `i` are `rowStart[i]` up to, not including, `rowStart[i + 1]`. */
export type Graph = {
  /** How many mentees, each with one place. */
  n: number
  /** How many mentors. */
  m: number
  /** Places of each mentor. */
  capacity: Int32Array
  rowStart: Int32Array
  /** The mentor of each pair; no mentor twice in a row. */
  column: Int32Array
  /** What each pair is worth to the two, 0 to `scoreMax`: the floor and the total count this. */
  score: Int32Array
  /** What each pair is worth in the choice, where that is more than its score (a standing pair's bonus); else the scores themselves. */
  weight: Int32Array
  /** Whole numbers from 0: among equally good wholes the least sum of these wins. See `tie.ts`. */
  tie: Float64Array
}

export type Problem = Omit<Graph, 'weight'> & {
  weight?: Int32Array
  /** Pairs that stand whatever it costs. */
  pins: readonly Pin[]
  options: {
    /** Whether the worst pair is lifted as high as it goes before the total is looked at. */
    floor: boolean
  }
}

export const scoreMax = 1000

/**
 * Refuses pins that cannot stand: `matching.pinNotAllowed` (a hard rule forbids the pair), `matching.pinTwice` (a mentee pinned
 * to two), `matching.pinNoPlace` (more pins on a mentor than places). Anything else that is wrong is our fault and crashes.
 */
export function checkProblem(problem: Problem): void {
  checkShapes(problem)
  const pinned = new Set<number>()
  const places = Int32Array.from(problem.capacity)
  for (const [mentee, mentor] of problem.pins) {
    if (edgeOf(problem, mentee, mentor) < 0) refuse('matching.pinNotAllowed', { mentee, mentor })
    if (pinned.has(mentee)) refuse('matching.pinTwice', { mentee })
    if (places[mentor] === 0) refuse('matching.pinNoPlace', { mentor })
    pinned.add(mentee)
    places[mentor]!--
  }
}

function checkShapes({ n, m, capacity, rowStart, column, score, weight, tie }: Problem): void {
  assert.equal(capacity.length, m, 'one capacity for each mentor')
  assert.equal(rowStart.length, n + 1, 'one row for each mentee')
  assert.equal(rowStart[0], 0, 'rows start at 0')
  const pairs = rowStart[n]!
  assert.ok(column.length === pairs && score.length === pairs && tie.length === pairs, 'rows cut short')
  assert.ok(weight === undefined || weight.length === pairs, 'weights cut short')
  assert.ok(
    capacity.every((c) => c >= 0),
    'a capacity below 0',
  )
  assert.ok(
    score.every((s) => s >= 0 && s <= scoreMax),
    `a score outside 0 to ${scoreMax}`,
  )
  assert.ok(
    column.every((j) => j >= 0 && j < m),
    'a mentor that is not there',
  )
  for (let i = 0; i < n; i++) assert.ok(rowStart[i]! <= rowStart[i + 1]!, 'rows out of order')
}

/** The place of a pair in the rows, or -1 where the two may not meet. */
export function edgeOf({ n, rowStart, column }: Pick<Graph, 'n' | 'rowStart' | 'column'>, mentee: number, mentor: number): number {
  if (mentee < 0 || mentee >= n) return -1
  for (let e = rowStart[mentee]!; e < rowStart[mentee + 1]!; e++) if (column[e] === mentor) return e
  return -1
}

/** What is left to choose when the pinned pairs have taken their places. */
export function withoutPins(problem: Problem): Graph {
  const graph: Graph = { ...problem, weight: problem.weight ?? problem.score }
  if (problem.pins.length === 0) return graph
  const pinned = new Uint8Array(problem.n)
  const capacity = Int32Array.from(problem.capacity)
  for (const [mentee, mentor] of problem.pins) {
    pinned[mentee] = 1
    capacity[mentor]!--
  }
  return { ...keepPairs(graph, (_, mentee) => pinned[mentee] === 0), capacity }
}

/** The same people with only the pairs that a test lets through. */
export function keepPairs(graph: Graph, keeps: (edge: number, mentee: number) => boolean): Graph {
  const { n, rowStart } = graph
  const kept = new Int32Array(rowStart[n]!)
  const start = new Int32Array(n + 1)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (keeps(e, i)) kept[count++] = e
    start[i + 1] = count
  }
  return { ...graph, rowStart: start, ...pick(graph, kept.subarray(0, count)) }
}

function pick(graph: Graph, edges: Int32Array): Pick<Graph, 'column' | 'score' | 'weight' | 'tie'> {
  return {
    column: edges.map((e) => graph.column[e]!),
    score: edges.map((e) => graph.score[e]!),
    weight: edges.map((e) => graph.weight[e]!),
    tie: Float64Array.from(edges, (e) => graph.tie[e]!),
  }
}
