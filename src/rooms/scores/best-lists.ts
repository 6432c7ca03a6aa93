import { bestFound } from './best-found.ts'
import { mentorIndexOf } from './mentor-index.ts'
import type { PackedRows } from './packed.ts'
import { pairScan, scanOrder } from './pair-scan.ts'
import type { Crowd } from './score.ts'
import { type Scorer, scorerOf } from './scorer.ts'

/**
 * For each mentee the `best` highest scores that scoring every pair would find, among mentors with a place; where more have the
 * last score than there is room for, a hash of both codes chooses. People stand in order of code, as in `scoreCrowd`.
 */
export function bestLists(crowd: Crowd, best: number): PackedRows {
  const scorer = scorerOf(crowd)
  return bestListsFor(scorer, best, 0, scorer.mentees.length)
}

/** The lists of the mentees from `from` up to `to`, as rows from 0. */
export function bestListsFor(scorer: Scorer, best: number, from: number, to: number): PackedRows {
  const lists = new Int32Array((to - from) * best)
  const count = new Int32Array(to - from)
  const index = mentorIndexOf(scorer)
  const scan = pairScan(scorer, index)
  const found = bestFound(scorer, best)
  for (const mentee of scanOrder(scorer, index, from, to)) {
    scan.turnTo(mentee)
    found.startAgain()
    scan.scan(found.sought)
    count[mentee - from] = found.into(lists, (mentee - from) * best, mentee)
  }
  return { n: to - from, m: scorer.mentors.length, capacity: scorer.capacity, ...joined(lists, count, best) }
}

/** Moves the rows together in place, for a copy of four million pairs is another 16 MB. */
function joined(lists: Int32Array, count: Int32Array, best: number): Pick<PackedRows, 'rowStart' | 'pair'> {
  const rowStart = new Int32Array(count.length + 1)
  for (let i = 0; i < count.length; i++) {
    lists.copyWithin(rowStart[i]!, i * best, i * best + count[i]!)
    rowStart[i + 1] = rowStart[i]! + count[i]!
  }
  return { rowStart, pair: lists.subarray(0, rowStart[count.length]) }
}
