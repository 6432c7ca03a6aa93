import assert from 'node:assert/strict'
import { bestTotal, type Whole } from './best-total.ts'
import { mostMatched } from './most-matched.ts'
import { checkProblem, edgeOf, type Graph, keepPairs, type Problem, scoreMax, withoutPins } from './problem.ts'

export type Assignment = Pick<Whole, 'mentorPrice' | 'menteePrice' | 'short'> & {
  /** The mentor of each mentee, -1 for none. */
  mentorOf: Int32Array
  matched: number
  /** The score of the worst pair that was chosen, pinned pairs left out; null where nobody was. */
  floor: number | null
  /** The sum of all pairs' scores, pinned ones too; bonuses do not count. */
  total: number
}

/**
 * The best whole, each aim exact and only where the ones before it leave a choice: most mentees matched; where asked, the worst
 * pair as good as can be; the greatest total; the least sum of ties. Same pairs in, same pairs out, whatever the order of the rows,
 * as far as ties tell any two wholes apart. Pure; throws the refusals of `checkProblem`.
 */
export function assign(problem: Problem): Assignment {
  checkProblem(problem)
  const free = withoutPins(problem)
  const open = problem.options.floor ? atLeast(free, highestFloor(free)) : free
  const whole = bestTotal(open)
  const mentorOf = Int32Array.from(whole.mentorOf)
  for (const [mentee, mentor] of problem.pins) mentorOf[mentee] = mentor
  return {
    mentorOf,
    matched: whole.matched + problem.pins.length,
    floor: worstOf(free, whole.mentorOf),
    total: totalOf(problem, mentorOf),
    mentorPrice: whole.mentorPrice,
    menteePrice: whole.menteePrice,
    short: whole.short,
  }
}

/** The greatest score that every pair can reach while as many mentees are matched as without it: halving, a matching each time. */
export function highestFloor(graph: Graph): number {
  const { matched } = mostMatched(graph)
  let low = 0
  let high = scoreMax
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (mostMatched(atLeast(graph, middle)).matched === matched) low = middle
    else high = middle - 1
  }
  return low
}

const atLeast = (graph: Graph, floor: number) => (floor === 0 ? graph : keepPairs(graph, (e) => graph.score[e]! >= floor))

type Scored = Pick<Graph, 'n' | 'rowStart' | 'column' | 'score'>

function worstOf(graph: Scored, mentorOf: Int32Array): number | null {
  let worst: number | null = null
  for (const score of scoresOf(graph, mentorOf)) worst = worst === null ? score : Math.min(worst, score)
  return worst
}

function totalOf(graph: Scored, mentorOf: Int32Array): number {
  let total = 0
  for (const score of scoresOf(graph, mentorOf)) total += score
  return total
}

function* scoresOf(graph: Scored, mentorOf: Int32Array): Generator<number> {
  for (let i = 0; i < graph.n; i++) {
    if (mentorOf[i]! < 0) continue
    const edge = edgeOf(graph, i, mentorOf[i]!)
    assert.ok(edge >= 0, 'matched two who may not meet')
    yield graph.score[edge]!
  }
}
