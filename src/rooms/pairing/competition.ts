import { mentorIn, type PackedRows } from '#scores/packed'
import { type Matching, shortOfPlaces } from './most-matched.ts'

/** How many mentees compete, somebody left over among them, and for how many places. */
export type Competition = { competing: number; places: number }

/**
 * Who competes with a mentee that is left over: all whom a chain of mentors in common joins to them, where places are short. Together they
 * may have these mentors only, who have fewer places than they are (Hall 1935). Answers by the mentee's place; null outside that part.
 */
export function competitions(rows: PackedRows, matching: Matching): (mentee: number) => Competition | null {
  const { n, m, capacity, rowStart, pair } = rows
  const short = shortOfPlaces(rows, matching)
  const parent = Int32Array.from({ length: m }, (_, j) => j)
  const headOf = (mentor: number) => {
    let at = mentor
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const isIn = (mentee: number) => short.mentee[mentee] === 1 && rowStart[mentee]! < rowStart[mentee + 1]!
  const firstOf = (mentee: number) => mentorIn(pair[rowStart[mentee]!]!)
  for (let i = 0; i < n; i++) {
    if (!isIn(i)) continue
    const head = headOf(firstOf(i))
    for (let e = rowStart[i]! + 1; e < rowStart[i + 1]!; e++) parent[headOf(mentorIn(pair[e]!))] = head
  }
  const competing = new Int32Array(m)
  const places = new Int32Array(m)
  for (let i = 0; i < n; i++) if (isIn(i)) competing[headOf(firstOf(i))]!++
  for (let j = 0; j < m; j++) if (short.mentor[j] === 1) places[headOf(j)]! += capacity[j]!
  return (mentee) => {
    if (!isIn(mentee)) return null
    const head = headOf(firstOf(mentee))
    return { competing: competing[head]!, places: places[head]! }
  }
}
