import { refuse } from '#ground/refusal'
import { mentorIn, type PackedRows, packed, worthIn, worthOf } from '#scores/packed'

/** A mentee and a mentor by their places in the rows: `[mentee, mentor]`. */
export type Pin = readonly [mentee: number, mentor: number]

/** The least score of a pair: as high as it goes without leaving anybody over, none, or a number below which no pair is made. */
export type Floor = 'highest' | 'none' | number

/** What the sum runs over: the scores, or their evened worth, where lifting a weak pair counts for more than a strong one. */
export type Dial = 'total' | 'even'

/** Who may meet whom, each pair packed with its score, and what is wanted of the whole. */
export type Problem = PackedRows & {
  /** Pairs that stand whatever it costs. */
  pins: readonly Pin[]
  floor: Floor
  dial: Dial
  /** The mentor whom each mentee had in the round before, -1 for none; among equally good wholes the one that moves the fewest wins. */
  standing?: Int32Array
  /** Points that keeping one such pair may cost the whole, 0 to `bonusMax`; `Infinity` puts the most kept before the greatest total. */
  bonus?: number
  /** Mentees who come first, 1 each: most of them are matched that most matched allow, before any total. */
  first?: Uint8Array
  /** Whether the two people's own wishes are known to be met; decides between wholes that are equal in all before. */
  isWishMet?: (mentee: number, mentor: number) => boolean
  /** Whole numbers from 0: among equally good wholes the least sum of these wins. See `tie.ts`. */
  tie: (mentee: number, mentor: number) => number
}

export const scoreMax = 1000
export const bonusMax = 1000
/** On one side; the aims' digits stay exact in a double up to this. */
export const peopleMax = 200_000

/**
 * Refuses what a person can mend, by name. Pins: `matching.pinNotAllowed` (a hard rule forbids the pair), `matching.pinTwice` (a mentee
 * pinned to two), `matching.pinNoPlace` (more pins on a mentor than places). Figures: `matching.scoreOutside`, `matching.placesOutside`,
 * `matching.bonusOutside`, `matching.floorOutside`, `matching.crowdTooLarge`.
 */
export function checkProblem(problem: Problem): void {
  checkFigures(problem)
  const pinned = new Set<number>()
  const places = Int32Array.from(problem.capacity)
  for (const [mentee, mentor] of problem.pins) {
    if (worthOf(problem, mentee, mentor) < 0) refuse('matching.pinNotAllowed', { mentee, mentor, rule: 'other' })
    if (pinned.has(mentee)) refuse('matching.pinTwice', { mentee })
    if (places[mentor] === 0) refuse('matching.pinNoPlace', { mentor })
    pinned.add(mentee)
    places[mentor]!--
  }
}

const isWholeIn = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most

function checkFigures({ n, m, capacity, rowStart, pair, bonus = 0, floor }: Problem): void {
  if (n > peopleMax || m > peopleMax) refuse('matching.crowdTooLarge', { people: Math.max(n, m), most: peopleMax })
  if (capacity.length !== m || rowStart.length !== n + 1 || rowStart[n] !== pair.length) throw new Error('rows cut short')
  for (const places of capacity) if (places < 0) refuse('matching.placesOutside', { places })
  if (bonus !== Infinity && !isWholeIn(bonus, 0, bonusMax)) refuse('matching.bonusOutside', { bonus, most: bonusMax })
  if (typeof floor === 'number' && !isWholeIn(floor, 0, scoreMax)) refuse('matching.floorOutside', { floor, most: scoreMax })
  for (let i = 0; i < n; i++) {
    let last = -1
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const score = worthIn(pair[e]!)
      if (score > scoreMax) refuse('matching.scoreOutside', { score, most: scoreMax })
      if (pair[e]! <= last || mentorIn(pair[e]!) >= m) throw new Error('rows out of order')
      last = pair[e]!
    }
  }
}

/** Refuses a floor in points that no pair reaches, where there is a pair at all: `matching.floorTooHigh`. */
export function mustBeReached({ n, rowStart, pair, floor }: Problem): void {
  if (typeof floor !== 'number' || pair.length === 0) return
  let best = 0
  for (let i = 0; i < n; i++) if (rowStart[i]! < rowStart[i + 1]!) best = Math.max(best, worthIn(pair[rowStart[i]!]!))
  if (floor > best) refuse('matching.floorTooHigh', { floor, best })
}

export const pinnedIn = ({ pins }: Pick<Problem, 'pins'>): ReadonlySet<number> => new Set(pins.map(([mentee]) => mentee))

/** A whole as it stands where pinned mentees are left out of it. */
export function unpinned(mentorOf: Int32Array, pinned: ReadonlySet<number>): Int32Array {
  return mentorOf.map((mentor, mentee) => (pinned.has(mentee) ? -1 : mentor))
}

/** What is left to choose when the pinned pairs have taken their places. */
export function withoutPins({ n, m, capacity, rowStart, pair, pins }: Problem): PackedRows {
  const rows: PackedRows = { n, m, capacity, rowStart, pair }
  if (pins.length === 0) return rows
  const pinned = new Uint8Array(n)
  const left = Int32Array.from(capacity)
  for (const [mentee, mentor] of pins) {
    pinned[mentee] = 1
    left[mentor]!--
  }
  return { ...keepPairs(rows, (_, mentee) => pinned[mentee] === 0), capacity: left }
}

/** The same people with only the pairs that a test lets through. */
export function keepPairs(rows: PackedRows, keeps: (pair: number, mentee: number) => boolean): PackedRows {
  const { n, rowStart, pair } = rows
  const kept = new Int32Array(pair.length)
  const start = new Int32Array(n + 1)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (keeps(pair[e]!, i)) kept[count++] = pair[e]!
    start[i + 1] = count
  }
  return { ...rows, rowStart: start, pair: kept.slice(0, count) }
}

/** The same pairs, each worth something else; in order again. */
export function reworth(rows: PackedRows, worth: (score: number, mentee: number, mentor: number) => number): PackedRows {
  const { n, rowStart } = rows
  const pair = new Int32Array(rows.pair.length)
  for (let i = 0; i < n; i++) {
    let isInOrder = true
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const mentor = mentorIn(rows.pair[e]!)
      pair[e] = packed(worth(worthIn(rows.pair[e]!), i, mentor), mentor)
      if (e > rowStart[i]! && pair[e]! < pair[e - 1]!) isInOrder = false
    }
    if (!isInOrder) pair.subarray(rowStart[i]!, rowStart[i + 1]!).sort()
  }
  return { ...rows, pair }
}
