import type { PackedRows } from '#scores/packed'
import { type Assignment, assign, figuresOf } from './assign.ts'
import { pairsFrom } from './floor.ts'
import { type Problem, pinnedIn, unpinned, withoutPins } from './problem.ts'
import { blockingPairs, stableWhole } from './stable.ts'

export const methods = ['best', 'stable'] as const
/** The best whole, or the stable one: nobody would rather swap, though more may be left over. */
export type Method = (typeof methods)[number]

export type Figures = {
  matched: number
  /** The score of the worst pair, pinned ones left out; null where nobody was matched. */
  floor: number | null
  total: number
  /** How many pairs would both rather have each other than whom they get. */
  blocking: number
}

export type Compared = Record<Method, Figures>

/** The whole of one way of choosing; pinned pairs are in it. */
export const wholeFor = (problem: Problem, method: Method) =>
  method === 'best' ? assign(problem).mentorOf : withPins(problem, stableIn(problem, withoutPins(problem)))

/** Both wholes, so that the price of either is seen before it is chosen. A floor in points binds both; the highest binds the best alone. */
export function bothWholes(problem: Problem): { best: Assignment; stable: Int32Array; compared: Compared } {
  const best = assign(problem)
  const { free } = best
  const stable = stableIn(problem, free)
  const chosen = unpinned(best.mentorOf, pinnedIn(problem))
  const compared = {
    best: { ...figuresOf(problem, chosen), blocking: blockingPairs(free, chosen) },
    stable: { ...figuresOf(problem, stable), blocking: blockingPairs(free, stable) },
  }
  return { best, stable: withPins(problem, stable), compared }
}

function stableIn({ floor, tie }: Problem, free: PackedRows): Int32Array {
  return stableWhole(typeof floor === 'number' ? pairsFrom(free, floor) : free, tie)
}

function withPins({ pins }: Problem, mentorOf: Int32Array): Int32Array {
  for (const [mentee, mentor] of pins) mentorOf[mentee] = mentor
  return mentorOf
}
