import { mentorIn, type PackedRows, worthIn } from '#scores/packed'
import { scoreMax } from './problem.ts'

/**
 * The whole in which no mentee and mentor would both rather have each other (Gale and Shapley 1962). Both sides rank by the one score of
 * the pair, equal scores by tie, so the best pair left is always one that both want most, and taking it again and again is the one stable
 * whole there is. Answers the mentor of each mentee, -1 for none.
 */
export function stableWhole({ n, capacity, rowStart, pair }: PackedRows, tie: (mentee: number, mentor: number) => number): Int32Array {
  const mentorOf = new Int32Array(n).fill(-1)
  const left = Int32Array.from(capacity)
  const at = rowStart.slice()
  /** The mentees whose next pair has that score; rows are best first, so all are walked side by side. */
  const waiting: number[][] = Array.from({ length: scoreMax + 1 }, () => [])
  const wait = (mentee: number) => {
    if (at[mentee]! < rowStart[mentee + 1]!) waiting[worthIn(pair[at[mentee]!]!)]!.push(mentee)
  }
  for (let i = 0; i < n; i++) wait(i)
  for (let score = scoreMax; score >= 0; score--) {
    const mentees = waiting[score]!
    const open: { mentee: number; mentor: number; tie: number }[] = []
    for (const mentee of mentees) {
      for (; at[mentee]! < rowStart[mentee + 1]! && worthIn(pair[at[mentee]!]!) === score; at[mentee]!++) {
        const mentor = mentorIn(pair[at[mentee]!]!)
        if (left[mentor]! > 0) open.push({ mentee, mentor, tie: tie(mentee, mentor) })
      }
    }
    for (const { mentee, mentor } of open.sort((a, b) => a.tie - b.tie)) {
      if (mentorOf[mentee] !== -1 || left[mentor] === 0) continue
      mentorOf[mentee] = mentor
      left[mentor]!--
    }
    for (const mentee of mentees) if (mentorOf[mentee] === -1) wait(mentee)
    waiting[score] = []
  }
  return mentorOf
}

/** How many pairs would both rather have each other than whom they have, by score alone: what a whole that is not stable asks of people. */
export function blockingPairs({ n, m, capacity, rowStart, pair }: PackedRows, mentorOf: Int32Array): number {
  const own = new Int32Array(n).fill(-1)
  const worst = new Int32Array(m).fill(scoreMax + 1)
  const left = Int32Array.from(capacity)
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (mentorIn(pair[e]!) === mentorOf[i]) own[i] = worthIn(pair[e]!)
    if (mentorOf[i]! < 0) continue
    left[mentorOf[i]!]!--
    worst[mentorOf[i]!] = Math.min(worst[mentorOf[i]!]!, own[i]!)
  }
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]! && worthIn(pair[e]!) > own[i]!; e++) {
      const j = mentorIn(pair[e]!)
      if (left[j]! > 0 || (capacity[j]! > 0 && worthIn(pair[e]!) > worst[j]!)) count++
    }
  }
  return count
}
