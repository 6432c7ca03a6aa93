import { type Counts, mentorIn, type PackedRows, worthIn, worthOf } from '#scores/packed'
import { bestWhole, type Priced } from './best-whole.ts'
import { highestFloor, pairsFrom } from './floor.ts'
import { type Kept, keepingWhole } from './most-kept.ts'
import { checkProblem, keepPairs, type Problem, reworth, scoreMax, withoutPins } from './problem.ts'
import { settleTies } from './settle-ties.ts'

export type Assignment = Priced & {
  /** The mentor of each mentee, -1 for none. */
  mentorOf: Int32Array
  /** What the pins left to choose from, and the score from which its pairs were open to choice. */
  free: PackedRows
  floor: number
  /** The pairs that were open to choice, each with what it counted for: what the prices prove the optimum over. */
  open: PackedRows
  /** What an open pair counted for, and how many points of that were for standing, or for who comes first. */
  counts: Counts
  bonus: number
}

/**
 * The best whole, each aim exact and only where the ones before it leave a choice: most mentees matched; most of those who come first,
 * where a round does not mend; the floor; the greatest total;
 * the fewest moved (before the total, where keeping may cost any number of points); the most wishes met; the least sum of ties. The same
 * pairs in, the same out, whatever the order of the rows, as far as ties tell any two wholes apart. Pure; throws the refusals of
 * `checkProblem`.
 */
export function assign(problem: Problem): Assignment {
  checkProblem(problem)
  const free = withoutPins(problem)
  const floor = floorOf(problem, free)
  const worth = worthFor(problem)
  const open = worth === asScored ? pairsFrom(free, floor) : reworth(pairsFrom(free, floor), worth)
  const { whole, counts, bonus } = wholeOf(open, problem)
  const chosen = settleTies(open, whole, problem, counts)
  for (const [mentee, mentor] of problem.pins) chosen[mentee] = mentor
  const { mentorPrice, menteePrice, short } = whole
  return { mentorOf: chosen, mentorPrice, menteePrice, short, free, floor, open, counts, bonus }
}

function wholeOf(open: PackedRows, { standing, first, bonus = 0 }: Problem): Kept {
  if (bonus === Infinity && standing !== undefined) return keepingWhole(open, (pair, mentee) => standing[mentee] === mentorIn(pair))
  if (first?.includes(1)) return keepingWhole(open, (_pair, mentee) => first[mentee] === 1)
  return { whole: bestWhole(open), counts: worthIn, bonus: pointsOf(bonus) }
}

/** A whole in figures: pinned pairs count in number and total, not for the floor; neither bonus nor evening counts. */
export function figuresOf(problem: Problem, mentorOf: Int32Array): { matched: number; floor: number | null; total: number } {
  const pinned = new Map(problem.pins)
  let [matched, total] = [0, 0]
  let floor: number | null = null
  for (let i = 0; i < problem.n; i++) {
    const mentor = pinned.get(i) ?? mentorOf[i]!
    if (mentor < 0) continue
    const score = worthOf(problem, i, mentor)
    matched++
    total += score
    if (!pinned.has(i)) floor = Math.min(floor ?? score, score)
  }
  return { matched, floor, total }
}

function floorOf({ floor, first }: Problem, free: PackedRows): number {
  if (floor === 'none') return 0
  if (floor !== 'highest') return floor
  // Nobody who comes first is left over for the floor's sake: it is as high as both numbers allow.
  const front = first ? keepPairs(free, (_pair, mentee) => first[mentee] === 1) : free
  return front.pair.length === 0 ? highestFloor(free) : Math.min(highestFloor(free), first ? highestFloor(front) : scoreMax)
}

/**
 * What a pair is worth. Evened, a score's distance from the best is raised to 2.5 (in thousandths, to the nearest): lifting a pair by a
 * point counts the more, the weaker it is.
 */
export function worthFor({ dial, standing, bonus = 0 }: Problem): (score: number, mentee: number, mentor: number) => number {
  const worth = dial === 'even' ? evened : asScored
  const points = pointsOf(bonus)
  if (standing === undefined || points === 0) return worth
  return (score, mentee, mentor) => worth(score) + (standing[mentee] === mentor ? points : 0)
}

const asScored = (score: number) => score

/** What standing adds to the worth of a pair; where it comes before any total, nothing. */
const pointsOf = (bonus: number) => (bonus === Infinity ? 0 : bonus)

const evenedPower = 2.5
const evenedTable = Int32Array.from({ length: scoreMax + 1 }, (_, score) =>
  Math.round(scoreMax * (1 - ((scoreMax - score) / scoreMax) ** evenedPower)),
)
const evened = (score: number) => evenedTable[score]!
