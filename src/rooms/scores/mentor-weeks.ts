import type { Candidate } from './candidate.ts'
import { bitsIn, type Week, weekWords } from './week.ts'

/** The mentors' free hours in one block of memory, where a person's own array each would be a miss. */
export function mentorWeeksOf(mentors: readonly Candidate[]) {
  const told = Uint8Array.from(mentors, ({ week }) => (week === null ? 0 : 1))
  const weeks = new Int32Array(mentors.length * weekWords)
  mentors.forEach(({ week }, j) => {
    if (week !== null) weeks.set(week, j * weekWords)
  })
  const words = new Int32Array(weekWords)
  const bits = new Int32Array(weekWords)
  let count = 0

  /** Keeps only the words of a mentee's week in which they are free at all. */
  function turnTo(week: Week): void {
    count = 0
    for (let word = 0; word < weekWords; word++) {
      if (week[word] === 0) continue
      words[count] = word
      bits[count++] = week[word]!
    }
  }

  function quartersInCommon(mentor: number): number {
    let quarters = 0
    for (let at = 0; at < count; at++) quarters += bitsIn(weeks[mentor * weekWords + words[at]!]! & bits[at]!)
    return quarters
  }

  return { told, turnTo, quartersInCommon }
}
