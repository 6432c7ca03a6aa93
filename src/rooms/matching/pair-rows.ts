import type { Candidate } from './candidate.ts'
import { hasWish, wishesOf } from './measures.ts'
import type { Pin, Problem } from './problem.ts'
import { forbidden, type Scored } from './score.ts'
import { hashOf, tieBits, tieOf } from './tie.ts'

export type Choices = {
  pins: readonly Pin[]
  /** Whether the worst pair is lifted as high as it goes before the total is looked at. */
  floor: boolean
  /** Pairs that stand from an earlier round, and the points for which they are kept. */
  standing: readonly Pin[]
  bonus: number
}

/** The eligible pairs of a scored crowd as the rows that `assign` takes. */
export function rowsOf(scored: Scored, choices: Choices): Problem {
  const { mentees, mentors, scores } = scored
  const n = mentees.length
  const m = mentors.length
  const rowStart = new Int32Array(n + 1)
  const pairs = new Int32Array(scores.length)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) if (scores[i * m + j] !== forbidden) pairs[count++] = i * m + j
    rowStart[i + 1] = count
  }
  const eligible = pairs.subarray(0, count)
  return {
    n,
    m,
    capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    rowStart,
    column: eligible.map((pair) => pair % m),
    score: eligible.map((pair) => scores[pair]!),
    weight: weightsOf(scored, eligible, choices),
    tie: tiesOf(mentees, mentors, eligible),
    pins: choices.pins,
    options: { floor: choices.floor },
  }
}

/**
 * A pair's score with its bonus and, as a digit of lower order that all pairs together cannot carry over, whether its wishes are
 * known to be met: so a wish may decide between equal totals, while silence has cost no points.
 */
function weightsOf({ mentees, mentors, scores }: Scored, eligible: Int32Array, { standing, bonus }: Choices): Int32Array {
  const m = mentors.length
  const stands = new Set(standing.map(([i, j]) => i * m + j))
  const anyWish = mentees.some(hasWish) || mentors.some(hasWish)
  const step = anyWish ? mentees.length + 1 : 1
  return eligible.map((pair) => {
    const worth = step * (scores[pair]! + (stands.has(pair) ? bonus : 0))
    return anyWish && isWishMet(mentees[Math.floor(pair / m)]!, mentors[pair % m]!) ? worth + 1 : worth
  })
}

function isWishMet(mentee: Candidate, mentor: Candidate): boolean {
  const { asked, met } = wishesOf(mentee, mentor)
  return asked > 0 && met === asked
}

function tiesOf(mentees: readonly Candidate[], mentors: readonly Candidate[], eligible: Int32Array): Float64Array {
  const menteeHash = mentees.map(({ code }) => hashOf(code))
  const mentorHash = mentors.map(({ code }) => hashOf(code))
  const bits = tieBits(mentees.length + mentors.length)
  const m = mentors.length
  return Float64Array.from(eligible, (pair) => tieOf(menteeHash[Math.floor(pair / m)]!, mentorHash[pair % m]!, bits))
}
