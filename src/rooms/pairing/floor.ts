import { type PackedRows, worthIn } from '#scores/packed'
import { mostMatched } from './most-matched.ts'
import { keepPairs, scoreMax } from './problem.ts'

/** The greatest score that every pair can reach while as many mentees (`matched`) are as without it: halving, a matching each time. */
export function highestFloor(rows: PackedRows, { matched } = mostMatched(rows)): number {
  let low = 0
  let high = scoreMax
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (matchedFrom(rows, middle) === matched) low = middle
    else high = middle - 1
  }
  return low
}

/** How many can be matched where no pair is below a floor. */
export const matchedFrom = (rows: PackedRows, floor: number) => mostMatched(pairsFrom(rows, floor)).matched

export const pairsFrom = (rows: PackedRows, floor: number) => (floor === 0 ? rows : keepPairs(rows, (pair) => worthIn(pair) >= floor))

/** How many can be matched at a floor. */
export type Step = { floor: number; matched: number }

/**
 * The frontier between how many are matched and how badly anybody is: from floor 0 up, the highest floor at which each number can still
 * be matched, at most `most` steps spread evenly over the scores. `known` is the first of these floors, where it is known.
 */
export function frontier(rows: PackedRows, most: number, known?: number): Step[] {
  const all = mostMatched(rows)
  const top = known ?? highestFloor(rows, all)
  const steps: Step[] = []
  const add = (floor: number) => steps.push({ floor, matched: floor <= top ? all.matched : matchedFrom(rows, floor) })
  const every = Math.max(1, Math.ceil((scoreMax - top) / Math.max(1, most - 1)))
  for (let floor = top; floor <= scoreMax && steps.at(-1)?.matched !== 0; floor += every) add(floor)
  return steps
}
