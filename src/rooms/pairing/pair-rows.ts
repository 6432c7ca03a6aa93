import type { Candidate } from '#scores/candidate'
import { hasWish, wishesOf } from '#scores/measures'
import { packed, sortRows } from '#scores/packed'
import { forbidden, type Scored } from '#scores/score'
import { hashOf, tieBits, tieOf } from '#scores/tie'
import type { Dial, Floor, Pin, Problem } from './problem.ts'

export type Choices = {
  pins: readonly Pin[]
  floor: Floor
  dial: Dial
  /** Pairs that stand from an earlier round, and the points that keeping one may cost. */
  standing: readonly Pin[]
  bonus: number
  /** Mentees who come first. */
  first?: readonly number[]
}

/** The eligible pairs of a scored crowd as the rows that `assign` takes. */
export function rowsOf(scored: Scored, { standing, first = [], ...choices }: Choices): Problem {
  const { mentees, mentors, scores } = scored
  const n = mentees.length
  const m = mentors.length
  const rowStart = new Int32Array(n + 1)
  const pairs = new Int32Array(scores.length)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) if (scores[i * m + j] !== forbidden) pairs[count++] = packed(scores[i * m + j]!, j)
    rowStart[i + 1] = count
  }
  const pair = pairs.slice(0, count)
  sortRows({ n, rowStart, pair })
  const stood = new Int32Array(n).fill(-1)
  for (const [mentee, mentor] of standing) stood[mentee] = mentor
  return {
    n,
    m,
    capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    rowStart,
    pair,
    tie: tiesBetween(mentees, mentors),
    ...(standing.length > 0 ? { standing: stood } : {}),
    ...(first.length > 0 ? { first: Uint8Array.from(mentees.keys(), (at) => (first.includes(at) ? 1 : 0)) } : {}),
    ...(mentees.some(hasWish) || mentors.some(hasWish) ? { isWishMet: (i, j) => isWishMet(mentees[i]!, mentors[j]!) } : {}),
    ...choices,
  }
}

function isWishMet(mentee: Candidate, mentor: Candidate): boolean {
  const { asked, met } = wishesOf(mentee, mentor)
  return asked > 0 && met === asked
}

type Coded = readonly { code: string }[]

/** What chooses between equally good wholes, from people's codes alone. */
export function tiesBetween(mentees: Coded, mentors: Coded): (mentee: number, mentor: number) => number {
  const menteeHash = mentees.map(({ code }) => hashOf(code))
  const mentorHash = mentors.map(({ code }) => hashOf(code))
  const bits = tieBits(mentees.length + mentors.length)
  return (i, j) => tieOf(menteeHash[i]!, mentorHash[j]!, bits)
}
