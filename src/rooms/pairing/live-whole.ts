import assert from 'node:assert/strict'
import { type PackedRows, worthMax, worthOf } from '#scores/packed'
import type { Whole } from './best-whole.ts'
import { type Lists, turned } from './market.ts'
import { type NearHeap, nearHeap } from './near-heap.ts'

/** Farther than any distance; all are whole numbers below it, up to about a million mentees. */
export const far = 0x7fffffff

/**
 * A solved whole that is kept alive while people come and go. Read `mentorOf`, `matched` and `total`; the rest is for the moves alone.
 *
 * One market instead of the two parts: a pair counts for `match` and its worth together, and whoever waits has nothing. As `match` is more
 * than all worths together, the greatest sum is the most matched and, among those, the greatest total. Kept after every event, for all who
 * are in: no pair counts for more than its gain and its price; a chosen one counts for exactly both; no gain and no price is below 0; who
 * waits gains 0; a mentor with a free place is priced 0. These prove the whole the best. A mentor without a place has a price like any,
 * and leads nowhere.
 */
export type LiveWhole = {
  /** The mentor of each mentee, -1 for none. */
  mentorOf: Int32Array
  matched: number
  /** The sum of what the pairs are worth. */
  total: number
  rows: PackedRows
  /** The same pairs by mentor, best first. */
  back: Lists
  match: number
  /** Places of each mentor as they are now, 0 while they pause. */
  places: Int32Array
  taken: Int32Array
  /** 0 for a mentee who left. */
  isIn: Uint8Array
  gain: Int32Array
  price: Int32Array
  /** The mentees of mentor `j`: `first[j]`, then `next` of each, until -1. */
  first: Int32Array
  next: Int32Array
  previous: Int32Array
  /** Whom each mentee had when the present event began, for those touched by it. */
  before: Map<number, number>
  search: Search
}

export type Search = {
  heap: NearHeap
  /** How far each mentor is, `far` when not reached. */
  distance: Int32Array
  reached: number[]
  settled: number[]
  limit: number
  /** The mentee by whom a chain came to each mentor, -1 when it did not; and, read backwards, the mentor to whom that mentee would go. */
  by: Int32Array
  to: Int32Array
  queue: number[]
}

/**
 * Makes a whole ready for changes: `whole` is what `bestWhole` answered for these very rows, or another of the same total with its prices.
 * Neither is written to. The one pass over all pairs; a third of a second for four million.
 */
export function liveWhole(rows: PackedRows, whole: Whole): LiveWhole {
  const { n, m } = rows
  const match = worthOfMatch(rows, whole)
  const { mentee, mentor } = whole.short
  const live: LiveWhole = {
    mentorOf: new Int32Array(n).fill(-1),
    matched: 0,
    total: 0,
    rows,
    back: turned({ listStart: rows.rowStart, list: rows.pair }, m),
    match,
    places: rows.capacity.slice(),
    taken: new Int32Array(m),
    isIn: new Uint8Array(n).fill(1),
    gain: whole.menteePrice.map((price, i) => (mentee[i] === 1 ? price : match + price)),
    price: whole.mentorPrice.map((price, j) => (mentor[j] === 1 ? match + price : price)),
    first: new Int32Array(m).fill(-1),
    next: new Int32Array(n),
    previous: new Int32Array(n),
    before: new Map(),
    search: emptySearch(m),
  }
  for (let i = 0; i < n; i++) if (whole.mentorOf[i]! >= 0) seat(live, i, whole.mentorOf[i]!)
  live.before.clear()
  return live
}

/**
 * What a match must count for to outrank any total, and for the prices of the two parts to hold side by side. Outside the short part it is
 * the mentee who keeps it, inside it the mentor; so a pair from outside to inside is covered twice, and once must do for its worth and
 * for all that prices lie below 0.
 */
function worthOfMatch({ n }: PackedRows, { menteePrice, mentorPrice }: Whole): number {
  const least = (prices: Int32Array) => prices.reduce((a, b) => Math.min(a, b), 0)
  const match = Math.max(worthMax * n + 1, worthMax - least(menteePrice) - least(mentorPrice))
  assert.ok(match + worthMax < far, 'a crowd too large for exact distances')
  return match
}

function emptySearch(m: number): Search {
  return {
    heap: nearHeap(),
    distance: new Int32Array(m).fill(far),
    reached: [],
    settled: [],
    limit: far,
    by: new Int32Array(m).fill(-1),
    to: new Int32Array(m),
    queue: [],
  }
}

export function forget({ heap, distance, reached, settled, by, queue }: Search): void {
  for (const j of reached) distance[j] = far
  for (const j of queue) by[j] = -1
  heap.clear()
  reached.length = 0
  settled.length = 0
  queue.length = 0
}

export function seat(live: LiveWhole, mentee: number, mentor: number): void {
  const { mentorOf, first, next, previous } = live
  if (!live.before.has(mentee)) live.before.set(mentee, mentorOf[mentee]!)
  const second = first[mentor]!
  first[mentor] = mentee
  next[mentee] = second
  previous[mentee] = -1
  if (second >= 0) previous[second] = mentee
  mentorOf[mentee] = mentor
  live.taken[mentor]!++
  live.matched++
  const worth = worthOf(live.rows, mentee, mentor)
  assert.ok(worth >= 0, 'a pair that may not meet')
  live.total += worth
}

/** Takes a mentee out of their place; answers whose place it was, -1 when they had none. */
export function unseat(live: LiveWhole, mentee: number): number {
  const { mentorOf, first, next, previous } = live
  const mentor = mentorOf[mentee]!
  if (!live.before.has(mentee)) live.before.set(mentee, mentor)
  if (mentor < 0) return mentor
  const [ahead, behind] = [previous[mentee]!, next[mentee]!]
  if (ahead >= 0) next[ahead] = behind
  else first[mentor] = behind
  if (behind >= 0) previous[behind] = ahead
  mentorOf[mentee] = -1
  live.taken[mentor]!--
  live.matched--
  live.total -= worthOf(live.rows, mentee, mentor)
  return mentor
}
