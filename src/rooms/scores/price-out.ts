import { mentorIndexOf } from './mentor-index.ts'
import { mentorIn, type PackedRows, packed, worthIn } from './packed.ts'
import { pairScan, scanOrder } from './pair-scan.ts'
import type { Scorer } from './scorer.ts'
import { hashOf, tieOf } from './tie.ts'

type Prices = Float64Array | Int32Array

/** The rows with the violators added, and how many there are in all; none proves the whole over every pair that may meet. */
export type PricedOut = { rows: PackedRows; found: number }

type Violator = { by: number; tie: number; pair: number }

/**
 * Finds every pair that may meet and is not in the rows although its score is more than its two prices together, and adds the worst
 * `most` of each mentee. Rows must hold scores, and the `best` highest of each mentee, as `bestLists` makes them, with or without
 * violators added before: a mentee whose price is no less than the last of these needs no look. Mentors without a place are left out.
 */
export function addViolators(
  scorer: Scorer,
  rows: PackedRows,
  menteePrice: Prices,
  mentorPrice: Prices,
  most: number,
  best: number,
): PricedOut {
  const index = mentorIndexOf(scorer, (mentor) => Math.floor(mentorPrice[mentor]!))
  const scan = pairScan(scorer, index)
  const leastMentorPrice = leastOf(scorer, mentorPrice)
  const added = new Map<number, Int32Array>()
  let found = 0
  for (const mentee of scanOrder(scorer, index, 0, rows.n)) {
    const price = menteePrice[mentee]!
    const row = rows.pair.subarray(rows.rowStart[mentee], rows.rowStart[mentee + 1])
    if (row.length < best || price + leastMentorPrice >= worthIn(row[best - 1]!)) continue
    const violators: Violator[] = []
    scan.turnTo(mentee)
    for (const pair of row) scan.leaveOut(mentorIn(pair))
    scan.scan({
      cut: Math.floor(price) + 1,
      take(mentor, score) {
        if (score > price + mentorPrice[mentor]!)
          violators.push({ by: score - price - mentorPrice[mentor]!, tie: 0, pair: packed(score, mentor) })
      },
    })
    found += violators.length
    if (violators.length > 0) added.set(mentee, worstOf(violators, most, scorer, mentee))
  }
  return { rows: found === 0 ? rows : withAdded(rows, added), found }
}

function leastOf({ capacity }: Scorer, mentorPrice: Prices): number {
  let least = Number.POSITIVE_INFINITY
  for (let j = 0; j < capacity.length; j++) if (capacity[j]! > 0) least = Math.min(least, mentorPrice[j]!)
  return least
}

const tieBits = 32

/** The worst first; a hash of both codes chooses among equally bad ones. */
function worstOf(violators: Violator[], most: number, { mentees, mentors }: Scorer, mentee: number): Int32Array {
  if (violators.length > most) {
    const hash = hashOf(mentees[mentee]!.code)
    for (const one of violators) one.tie = tieOf(hash, hashOf(mentors[mentorIn(one.pair)]!.code), tieBits)
    violators.sort((a, b) => b.by - a.by || a.tie - b.tie || a.pair - b.pair)
  }
  return Int32Array.from(violators.slice(0, most), ({ pair }) => pair)
}

function withAdded(rows: PackedRows, added: ReadonlyMap<number, Int32Array>): PackedRows {
  const rowStart = new Int32Array(rows.n + 1)
  for (let i = 0; i < rows.n; i++) {
    rowStart[i + 1] = rowStart[i]! + rows.rowStart[i + 1]! - rows.rowStart[i]! + (added.get(i)?.length ?? 0)
  }
  const pair = new Int32Array(rowStart[rows.n]!)
  for (let i = 0; i < rows.n; i++) {
    const old = rows.pair.subarray(rows.rowStart[i], rows.rowStart[i + 1])
    const more = added.get(i)
    pair.set(old, rowStart[i])
    if (more === undefined) continue
    pair.set(more, rowStart[i]! + old.length)
    pair.subarray(rowStart[i], rowStart[i + 1]).sort()
  }
  return { ...rows, rowStart, pair }
}
