import type { Instance } from '#pairing/instance'

/** A crowd in figures: how many of each side, pairs of each mentee (all mentors where it is not said), and places. */
export type Shape = { name: string; n: number; m: number; listLength?: number; places: (mentor: number) => number }

/** Generated crowds: dense ones to 25 million pairs, and lists of 40 up to 100,000 by 25,000, short of places and barely enough. */
export const shapes: readonly Shape[] = [
  { name: 'dense 200 × 200', n: 200, m: 200, places: () => 1 },
  { name: 'dense 1,000 × 1,000', n: 1_000, m: 1_000, places: () => 1 },
  { name: 'dense 5,000 × 5,000', n: 5_000, m: 5_000, places: () => 1 },
  { name: 'dense 5,000 × 2,000, 1 to 5 places', n: 5_000, m: 2_000, places: (j) => 1 + (j % 5) },
  { name: 'lists 10,000 × 2,500, short', n: 10_000, m: 2_500, listLength: 40, places: () => 3 },
  { name: 'lists 10,000 × 2,500, barely enough', n: 10_000, m: 2_500, listLength: 40, places: () => 4 },
  { name: 'lists 100,000 × 25,000, short', n: 100_000, m: 25_000, listLength: 40, places: () => 3 },
  { name: 'lists 100,000 × 25,000, barely enough', n: 100_000, m: 25_000, listLength: 40, places: () => 4 },
]

/** The same numbers for the same seed (xorshift32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const groups = 12
const kinds = 40

/**
 * Scores like those of profiles: some mentors suit many, groups suit their own, a few topics in common, and little that is chance. Evenly
 * scattered scores would be easier than people are.
 */
export function instanceOf({ n, m, listLength = m, places }: Shape, seed = 1): Instance {
  const chance = chanceFrom(seed)
  const draw = (count: number, below: number) => Int32Array.from({ length: count }, () => chance(below))
  const [menteeGroup, mentorGroup] = [draw(n, groups), draw(m, groups)]
  const [asked, offered, liked] = [draw(n, kinds), draw(m, kinds), draw(m, 250)]
  const rowStart = Int32Array.from({ length: n + 1 }, (_, i) => i * listLength)
  const column = new Int32Array(n * listLength)
  const score = new Int32Array(n * listLength)
  const seen = new Int32Array(m).fill(-1)
  for (let i = 0, at = 0; i < n; i++) {
    for (let k = 0; k < listLength; k++, at++) {
      let j = listLength === m ? k : chance(m)
      while (listLength < m && seen[j] === i) j = (j + 1) % m
      seen[j] = i
      const own = menteeGroup[i] === mentorGroup[j] ? 300 : 0
      const topic = Math.max(0, 250 - 50 * Math.abs((asked[i] ?? 0) - (offered[j] ?? 0)))
      column[at] = j
      score[at] = 100 + own + topic + (liked[j] ?? 0) + chance(101)
    }
  }
  return { n, m, capacity: Int32Array.from({ length: m }, (_, j) => places(j)), rowStart, column, score }
}
