import assert from 'node:assert/strict'
import { mentorIn as menteeIn, worthIn } from '#scores/packed'
import { far, forget, type LiveWhole, seat, unseat } from './live-whole.ts'

/**
 * Finds the best for one free place: the cheapest chain of moves that ends with somebody who waits, or at a mentor whose place nobody
 * else would gain by; or leaves it free, its price 0, where no chain is worth it. Among equally cheap chains the one that moves the fewest.
 */
export function fillPlace(live: LiveWhole, mentor: number): void {
  measure(live, mentor)
  reprice(live)
  if (live.price[mentor]! > 0) moveAlong(live, shortestChain(live, mentor), mentor)
  forget(live.search)
}

/** How far every mentor is from whom somebody would come for less than the nearest end costs. */
function measure(live: LiveWhole, root: number): void {
  const { price, search } = live
  const { heap, distance, reached, settled } = search
  distance[root] = 0
  reached.push(root)
  search.limit = price[root]!
  heap.push(0, root)
  while (heap.nearest() < search.limit) {
    const from = heap.nearest()
    const j = heap.pop()
    if (from > distance[j]!) continue
    settled.push(j)
    offer(live, j, from)
  }
}

/** Offers the place to each mentee who would take it for little less than they have. */
function offer(live: LiveWhole, mentor: number, from: number): void {
  const { back, match, isIn, mentorOf, gain, price, search } = live
  const { distance, reached, heap } = search
  const base = from + price[mentor]! - match
  for (let e = back.listStart[mentor]!; e < back.listStart[mentor + 1]!; e++) {
    const least = base - worthIn(back.list[e]!)
    if (least >= search.limit) break
    const i = menteeIn(back.list[e]!)
    const there = least + gain[i]!
    if (there >= search.limit || isIn[i] === 0) continue
    const j = mentorOf[i]!
    if (j < 0) search.limit = there
    if (j < 0 || there >= distance[j]!) continue
    if (distance[j] === far) reached.push(j)
    distance[j] = there
    search.limit = Math.min(search.limit, there + price[j]!)
    heap.push(there, j)
  }
}

/** Keeps every pair within gain and price, and makes the way to the nearest end tight. */
function reprice({ first, next, gain, price, search }: LiveWhole): void {
  const { limit, distance, settled } = search
  for (const j of settled) {
    const fall = limit - distance[j]!
    price[j]! -= fall
    for (let i = first[j]!; i >= 0; i = next[i]!) gain[i]! += fall
  }
}

type Step = { mentee: number; to: number }

/** The last move of the chain of fewest moves: by somebody who waits, or who leaves a place that nobody else would gain by. */
function shortestChain(live: LiveWhole, root: number): Step {
  const { queue } = live.search
  queue.push(root)
  for (let head = 0; head < queue.length; head++) {
    const to = queue[head]!
    const mentee = offerTight(live, to, root)
    if (mentee >= 0) return { mentee, to }
  }
  return assert.fail('a chain without an end')
}

/** Goes on to every mentor from whom somebody would come as gladly; answers a mentee at whom the chain may end, else -1. */
function offerTight(live: LiveWhole, to: number, root: number): number {
  const { back, match, isIn, mentorOf, gain, price, search } = live
  const { by, queue } = search
  for (let e = back.listStart[to]!; e < back.listStart[to + 1]!; e++) {
    const spare = match + worthIn(back.list[e]!) - price[to]!
    if (spare < 0) break
    const i = menteeIn(back.list[e]!)
    if (spare !== gain[i] || isIn[i] === 0) continue
    const j = mentorOf[i]!
    if (j < 0) return i
    if (j === root || by[j] !== -1) continue
    by[j] = i
    search.to[j] = to
    queue.push(j)
    if (price[j] === 0) return i
  }
  return -1
}

/** From the end of the chain back: each comes to the place that the next one leaves, until one comes to the root's. */
function moveAlong(live: LiveWhole, last: Step, root: number): void {
  const { by, to: toward } = live.search
  let { mentee, to } = last
  for (;;) {
    unseat(live, mentee)
    seat(live, mentee, to)
    if (to === root) return
    mentee = by[to]!
    to = toward[to]!
  }
}
