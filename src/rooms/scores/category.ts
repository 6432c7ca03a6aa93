import type { Candidate } from './candidate.ts'

/**
 * A criterion, or a rule, that knows only one value of each person: a grade, a field, a gender. All pairs of the same two values are
 * worth the same, so one pair of each is asked and the rest are looked up.
 */
export type Category = {
  menteeValue: Int32Array
  mentorValue: Int32Array
  /** How many different values mentors have. */
  mentorValues: number
  /** Weighted points of a mentee of this value with a mentor of each, or `barred`. */
  row(menteeValue: number): Int32Array
  /** The most that it can add to a sum. */
  most: number
  /** How far below `most` it leaves the pairs on average: what knowing it is worth when looking for those that can be good. */
  narrows: number
}

/** What a pair that a rule removes is worth: so little that no sum reaches any score. */
export const barred = -(2 ** 24)

type People = readonly Candidate[]

/** The one value that counts of a person; null where it is unknown. */
export type ToldOf = (candidate: Candidate) => string | number | null

/** Null where the values are too many for a table. `worth` is asked for one mentee and one mentor of each two values. */
export function categoryOf(
  mentees: People,
  mentors: People,
  toldOf: ToldOf,
  worth: (mentee: number, mentor: number) => number,
  most: number,
): Category | null {
  const mine = valuesOf(mentees, toldOf)
  const theirs = valuesOf(mentors, toldOf)
  if (mine.first.length * theirs.first.length > cellsMax) return null
  const rows = mine.first.map((mentee) => Int32Array.from(theirs.first, (mentor) => worth(mentee, mentor)))
  return {
    menteeValue: mine.value,
    mentorValue: theirs.value,
    mentorValues: theirs.first.length,
    row: (value) => rows[value]!,
    most,
    narrows: narrowing(mine.count, theirs.count, rows, most),
  }
}

const cellsMax = 1_000_000
/** What a barred pair counts when the average is taken: as much as losing several criteria. */
const barredCost = 20_000

function narrowing(mentees: readonly number[], mentors: readonly number[], rows: readonly Int32Array[], most: number): number {
  let sum = 0
  let pairs = 0
  rows.forEach((row, mine) => {
    row.forEach((worth, theirs) => {
      const times = mentees[mine]! * mentors[theirs]!
      sum += times * Math.min(most - worth, barredCost)
      pairs += times
    })
  })
  return pairs === 0 ? 0 : sum / pairs
}

/** The value of each person by number, in the order in which they occur; by number, the first person of it and how many there are. */
type Values = { value: Int32Array; first: number[]; count: number[] }

function valuesOf(people: People, toldOf: ToldOf): Values {
  const numbers = new Map<string | number | null, number>()
  const first: number[] = []
  const count: number[] = []
  const value = new Int32Array(people.length)
  for (let at = 0; at < people.length; at++) {
    const told = toldOf(people[at]!)
    let number = numbers.get(told)
    if (number === undefined) {
      number = first.push(at) - 1
      count.push(0)
      numbers.set(told, number)
    }
    count[number]!++
    value[at] = number
  }
  return { value, first, count }
}
