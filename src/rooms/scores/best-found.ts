import assert from 'node:assert/strict'
import { pointsFull } from './measures.ts'
import { mentorIn, mentorsMax, packed, worthIn } from './packed.ts'
import type { Sought } from './pair-scan.ts'
import type { Scorer } from './scorer.ts'
import { type CodeHash, hashOf, tieOf } from './tie.ts'

/** Collects the `best` of one mentee after another, and raises the cut as soon as enough are better. */
export type BestFound = {
  sought: Sought
  startAgain(): void
  /** Writes what was found for a mentee from `start` on, best first, and returns how many. */
  into(lists: Int32Array, start: number, mentee: number): number
}

export function bestFound({ mentees, mentors }: Scorer, best: number): BestFound {
  const hashes = mentors.map(({ code }) => hashOf(code))
  const found = new Int32Array(mentors.length)
  const ties = new Int32Array(mentors.length)
  const byScore = new Int32Array(pointsFull + 1)
  let end = 0
  let reached = 0
  const sought = {
    cut: 0,
    take(mentor: number, score: number) {
      if (score < sought.cut) return
      found[end++] = packed(score, mentor)
      byScore[score]!++
      reached++
      while (reached - byScore[sought.cut]! >= best) reached -= byScore[sought.cut++]!
    },
  }

  function startAgain(): void {
    sought.cut = 0
    end = 0
    reached = 0
    byScore.fill(0)
  }

  function into(lists: Int32Array, start: number, mentee: number): number {
    let kept = 0
    let tied = 0
    for (let at = 0; at < end; at++) {
      const pair = found[at]!
      const score = worthIn(pair)
      if (score > sought.cut) lists[start + kept++] = pair
      else if (score === sought.cut) ties[tied++] = mentorIn(pair)
    }
    const room = best - kept
    const equal = ties.subarray(0, tied)
    const chosen = tied > room ? lowestTies(hashOf(mentees[mentee]!.code), equal, hashes, room) : equal
    for (const mentor of chosen) lists[start + kept++] = packed(sought.cut, mentor)
    lists.subarray(start, start + kept).sort()
    return kept
  }

  return { sought, startAgain, into }
}

const tieBits = 32
const tiesSpare = 40

/** The `room` mentors of the lowest ties; hashes are even, so most of very many can be left aside before they are sorted. */
function lowestTies(mentee: CodeHash, tied: Int32Array, hashes: readonly CodeHash[], room: number): Int32Array {
  const low = new Float64Array(tied.length)
  for (const share of [(2 * room + tiesSpare) / tied.length, 1]) {
    let end = 0
    for (const mentor of tied) {
      const tie = tieOf(mentee, hashes[mentor]!, tieBits)
      if (tie <= share * 2 ** tieBits) low[end++] = tie * mentorsMax + mentor
    }
    if (end >= room) return Int32Array.from(low.subarray(0, end).sort().subarray(0, room), (tie) => tie % mentorsMax)
  }
  return assert.fail('fewer ties than were counted')
}
