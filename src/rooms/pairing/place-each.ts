import assert from 'node:assert/strict'
import { mentorIn as columnIn, worthIn } from '#scores/packed'
import { bestValue } from './auction.ts'
import { type Deal, freeSlot, type Market, place, unplace } from './market.ts'
import { nearHeap } from './near-heap.ts'

const far = 0x7fffffff

/**
 * Places every unit so that no pair is worth more than its bidder's gain and its column's price together, and every placed pair is worth
 * exactly that: from whatever deal there is, by one shortest path for each unit that is not placed rightly (Tomizawa 1971; Jonker and
 * Volgenant 1987). Answers the bidders' gains, whole points. Crashes when the units cannot all be placed.
 */
export function placeEach(market: Market, deal: Deal): Int32Array {
  const gain = takeBackWhatIsNotTight(market, deal)
  const search = searchIn(market)
  const units = market.unitStart[market.bidders]!
  for (let unit = 0; unit < units; unit++) {
    if (deal.slotOf[unit]! >= 0) continue
    const root = market.bidderOf[unit]!
    findNearest(market, deal, gain, search, root)
    assert.ok(search.goal >= 0, 'a unit that cannot be placed')
    reprice(deal, gain, search)
    moveAlong(market, deal, search, unit)
    forget(search)
  }
  return gain
}

function takeBackWhatIsNotTight(market: Market, deal: Deal): Int32Array {
  const { bidders, unitStart, columnOf } = market
  const gain = new Int32Array(bidders)
  for (let b = 0; b < bidders; b++) {
    const best = bestValue(market, deal.price, b)
    if (best === Number.NEGATIVE_INFINITY) continue
    gain[b] = best
    for (let unit = unitStart[b]!; unit < unitStart[b + 1]!; unit++) {
      const slot = deal.slotOf[unit]!
      if (slot >= 0 && deal.worthOf[unit]! - deal.price[columnOf[slot]!]! < best) unplace(market, deal, unit)
    }
  }
  return gain
}

type Search = ReturnType<typeof searchIn>

function searchIn({ bidders, columns }: Market) {
  return {
    heap: nearHeap(),
    distance: new Int32Array(columns).fill(far),
    /** The pair by which a column was reached: its bidder, and what it is worth. */
    cameFrom: new Int32Array(columns),
    cameWorth: new Int32Array(columns),
    visited: new Uint8Array(columns),
    settled: [] as number[],
    touched: [] as number[],
    asked: new Int32Array(bidders).fill(-1),
    askedOf: [] as number[],
    goal: -1,
    limit: far,
  }
}

/** The nearest column with a free place, and on the way there the distance of every nearer one. */
function findNearest(market: Market, deal: Deal, gain: Int32Array, search: Search, root: number): void {
  const { heap, visited, settled, distance, asked } = search
  ask(market, deal, gain, search, root, 0)
  while (heap.nearest() < search.limit) {
    const j = heap.pop()
    if (visited[j] === 1) continue
    visited[j] = 1
    settled.push(j)
    for (let slot = market.slotStart[j]!; slot < market.slotStart[j + 1]!; slot++) {
      const holder = market.bidderOf[deal.unitAt[slot]!]!
      if (asked[holder] === -1) ask(market, deal, gain, search, holder, distance[j]!)
    }
  }
}

/** Offers each column the way through one bidder. Lists are best first and prices never below 0, so the first pair too far ends it. */
function ask(market: Market, deal: Deal, gain: Int32Array, search: Search, bidder: number, from: number): void {
  const { listStart, list } = market
  const { distance, cameFrom, cameWorth, touched, heap } = search
  const { price, open } = deal
  search.asked[bidder] = from
  search.askedOf.push(bidder)
  const base = from + gain[bidder]!
  for (let e = listStart[bidder]!; e < listStart[bidder + 1]!; e++) {
    const pair = list[e]!
    const least = base - worthIn(pair)
    if (least >= search.limit) break
    const j = columnIn(pair)
    const there = least + price[j]!
    if (there >= distance[j]! || there >= search.limit) continue
    if (distance[j] === far) touched.push(j)
    distance[j] = there
    cameFrom[j] = bidder
    cameWorth[j] = worthIn(pair)
    if (open[j]! > 0) {
      search.goal = j
      search.limit = there
    } else heap.push(there, j)
  }
}

/** Keeps every pair within gain and price, and tight along the path. */
function reprice(deal: Deal, gain: Int32Array, { settled, askedOf, asked, distance, limit }: Search): void {
  for (const j of settled) deal.price[j]! += limit - distance[j]!
  for (const b of askedOf) gain[b]! -= limit - asked[b]!
}

/** The root's unit goes to the column that it reached first on the path; each that it pushes out goes one on. */
function moveAlong(market: Market, deal: Deal, search: Search, rootUnit: number): void {
  const root = market.bidderOf[rootUnit]!
  let column = search.goal
  let slot = freeSlot(market, deal, column)
  for (let steps = 0; steps <= market.bidders; steps++) {
    const bidder = search.cameFrom[column]!
    const worth = search.cameWorth[column]!
    if (bidder === root) {
      place(market, deal, rootUnit, slot, worth)
      return
    }
    const unit = unitReachedBy(market, deal, search, bidder)
    const left = deal.slotOf[unit]!
    unplace(market, deal, unit)
    place(market, deal, unit, slot, worth)
    slot = left
    column = market.columnOf[left]!
  }
  assert.fail('a path that goes round in circles')
}

/** A bidder was asked when the first of their columns was visited; that one is given up, not one that they led to themselves. */
function unitReachedBy({ unitStart, columnOf }: Market, deal: Deal, { cameFrom, distance, asked }: Search, bidder: number): number {
  for (let unit = unitStart[bidder]!; unit < unitStart[bidder + 1]!; unit++) {
    const slot = deal.slotOf[unit]!
    if (slot >= 0 && distance[columnOf[slot]!] === asked[bidder] && cameFrom[columnOf[slot]!] !== bidder) return unit
  }
  assert.fail('a bidder whom no column led to')
}

function forget(search: Search): void {
  for (const j of search.touched) {
    search.distance[j] = far
    search.visited[j] = 0
  }
  for (const b of search.askedOf) search.asked[b] = -1
  search.touched.length = 0
  search.settled.length = 0
  search.askedOf.length = 0
  search.heap.clear()
  search.goal = -1
  search.limit = far
}
