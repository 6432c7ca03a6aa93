import assert from 'node:assert/strict'
import { mentorIn, worthIn } from '#scores/packed'
import { far, forget, type LiveWhole, seat, unseat } from './live-whole.ts'

/**
 * Finds the best for one mentee who waits: a place, by the cheapest chain of moves that ends at a free one or with somebody who gives
 * theirs up; or to go on waiting, where no chain is worth it. Among equally cheap chains the one that moves the fewest.
 */
export function placeMentee(live: LiveWhole, mentee: number): void {
  live.gain[mentee] = mostWorth(live, mentee)
  measure(live, mentee)
  reprice(live, mentee)
  if (live.gain[mentee]! > 0) moveAlong(live, shortestChain(live, mentee), mentee)
  forget(live.search)
}

/** More than they can gain at any prices does as well as the most at these: the search takes off what is too much. */
function mostWorth({ rows, match }: LiveWhole, mentee: number): number {
  const [start, end] = [rows.rowStart[mentee]!, rows.rowStart[mentee + 1]!]
  return start === end ? 0 : match + worthIn(rows.pair[start]!)
}

/** How far every mentor is who is nearer than the nearest end: a free place, or somebody whose gain is all it costs that they wait. */
function measure(live: LiveWhole, root: number): void {
  const { first, next, gain, search } = live
  const { heap, distance, settled } = search
  search.limit = gain[root]!
  ask(live, root, 0)
  while (heap.nearest() < search.limit) {
    const from = heap.nearest()
    const j = heap.pop()
    if (from > distance[j]!) continue
    settled.push(j)
    for (let i = first[j]!; i >= 0; i = next[i]!) {
      search.limit = Math.min(search.limit, from + gain[i]!)
      ask(live, i, from)
    }
  }
}

/** Offers each mentor the way through one mentee. Rows are best first and prices never below 0, so the first pair too far ends it. */
function ask({ rows, match, places, taken, gain, price, search }: LiveWhole, mentee: number, from: number): void {
  const { distance, reached, heap } = search
  const base = from + gain[mentee]! - match
  for (let e = rows.rowStart[mentee]!; e < rows.rowStart[mentee + 1]!; e++) {
    const pair = rows.pair[e]!
    const least = base - worthIn(pair)
    if (least >= search.limit) break
    const j = mentorIn(pair)
    const there = least + price[j]!
    if (there >= search.limit || there >= distance[j]!) continue
    if (distance[j] === far) reached.push(j)
    distance[j] = there
    if (taken[j]! < places[j]!) search.limit = there
    else heap.push(there, j)
  }
}

/** Keeps every pair within gain and price, and makes the way to the nearest end tight. */
function reprice({ first, next, gain, price, search }: LiveWhole, root: number): void {
  const { limit, distance, settled } = search
  gain[root]! -= limit
  for (const j of settled) {
    const fall = limit - distance[j]!
    price[j]! += fall
    for (let i = first[j]!; i >= 0; i = next[i]!) gain[i]! -= fall
  }
}

/** The mentor whose place the chain of fewest moves ends at: a free one, or one that somebody gives up here, as they lose nothing by it. */
function shortestChain(live: LiveWhole, root: number): number {
  const { first, next, gain, search } = live
  let open = askTight(live, root)
  for (let head = 0; open < 0 && head < search.queue.length; head++) {
    const j = search.queue[head]!
    for (let i = first[j]!; i >= 0 && open < 0; i = next[i]!) open = gain[i] === 0 ? unseat(live, i) : askTight(live, i)
  }
  assert.ok(open >= 0, 'a chain without an end')
  return open
}

/** Goes on to every mentor whom this mentee would have as gladly; answers one with a free place, else -1. */
function askTight({ rows, match, places, taken, gain, price, search }: LiveWhole, mentee: number): number {
  const { by, queue } = search
  for (let e = rows.rowStart[mentee]!; e < rows.rowStart[mentee + 1]!; e++) {
    const spare = match + worthIn(rows.pair[e]!) - gain[mentee]!
    if (spare < 0) break
    const j = mentorIn(rows.pair[e]!)
    if (spare !== price[j] || by[j] !== -1) continue
    by[j] = mentee
    queue.push(j)
    if (taken[j]! < places[j]!) return j
  }
  return -1
}

/** From the end of the chain back: each takes the place that is free, and leaves the next. */
function moveAlong(live: LiveWhole, end: number, root: number): void {
  for (let open = end; open >= 0; ) {
    const mentee = live.search.by[open]!
    const left = unseat(live, mentee)
    seat(live, mentee, open)
    open = mentee === root ? -1 : left
  }
}
