import assert from 'node:assert/strict'
import { mentorIn as bidderIn, worthIn } from '#scores/packed'
import { type Deal, freeSlot, type Lists, type Market, place, unplace } from './market.ts'
import { nearHeap } from './near-heap.ts'

const far = 0x7fffffff

/**
 * A column with a free place may cost nothing, or somebody should have it. Each that still has a price is filled by the cheapest chain of
 * moves, or its price falls to 0: the search of `placeEach`, read from the other side. A column that must be taken (`musts`) is filled
 * however far its price falls, below 0 too, and no chain ends at one. Needs every unit placed and every placed pair tight, and keeps both.
 */
export function releasePrices(market: Market, deal: Deal, gain: Int32Array, musts: Uint8Array = new Uint8Array(market.columns)): void {
  const isOwed = (j: number) => deal.open[j]! > 0 && (deal.price[j]! > 0 || musts[j] === 1)
  const owed: number[] = []
  for (let j = 0; j < market.columns; j++) if (isOwed(j)) owed.push(j)
  if (owed.length === 0) return
  const search = { ...searchIn(market), musts, lists: market.back(), gainLeast: gain.reduce((a, b) => Math.min(a, b), far) }
  for (const column of owed) {
    while (isOwed(column)) {
      findCheapest(market, deal, gain, search, column)
      assert.ok(search.goal >= 0, 'a column that must be taken, and cannot be')
      reprice(deal, gain, search)
      moveAlong(market, deal, search, column)
      forget(search)
    }
  }
}

type Search = ReturnType<typeof searchIn> & { musts: Uint8Array; lists: Lists; gainLeast: number }

function searchIn({ bidders, columns }: Market) {
  return {
    heap: nearHeap(),
    distance: new Int32Array(columns).fill(far),
    /** For a column that gives a unit up: which unit, to which column, and what that pair is worth. */
    unitAway: new Int32Array(columns),
    columnTo: new Int32Array(columns),
    worthThere: new Int32Array(columns),
    visited: new Uint8Array(columns),
    settled: [] as number[],
    touched: [] as number[],
    asked: new Int32Array(bidders).fill(far),
    askedOf: [] as number[],
    goal: -1,
    limit: far,
  }
}

/** The column whose price falls to 0 first when a unit is passed on from it, along the chain, to the root. */
function findCheapest(market: Market, deal: Deal, gain: Int32Array, search: Search, root: number): void {
  const { heap, visited, settled, distance, touched } = search
  distance[root] = 0
  touched.push(root)
  search.goal = search.musts[root] === 1 ? -1 : root
  search.limit = search.musts[root] === 1 ? far : deal.price[root]!
  heap.push(0, root)
  while (heap.nearest() < search.limit) {
    const j = heap.pop()
    if (visited[j] === 1) continue
    visited[j] = 1
    settled.push(j)
    offer(market, deal, gain, search, j)
  }
}

/** Offers the place to each bidder who would take it for little less than they have. */
function offer(market: Market, deal: Deal, gain: Int32Array, search: Search, column: number): void {
  const { listStart, list } = search.lists
  const { unitStart, columnOf } = market
  const { distance, asked, askedOf } = search
  const base = distance[column]! + deal.price[column]!
  for (let e = listStart[column]!; e < listStart[column + 1]!; e++) {
    const worth = worthIn(list[e]!)
    if (base + search.gainLeast - worth >= search.limit) break
    const b = bidderIn(list[e]!)
    const there = base + gain[b]! - worth
    if (there >= search.limit || there >= asked[b]!) continue
    if (asked[b] === far) askedOf.push(b)
    asked[b] = there
    for (let unit = unitStart[b]!; unit < unitStart[b + 1]!; unit++) {
      reach(deal, search, { unit, from: columnOf[deal.slotOf[unit]!]!, to: column, worth, there })
    }
  }
}

type Step = { unit: number; from: number; to: number; worth: number; there: number }

function reach(deal: Deal, search: Search, { unit, from, to, worth, there }: Step): void {
  const { distance, touched, heap } = search
  if (there >= distance[from]!) return
  if (distance[from] === far) touched.push(from)
  distance[from] = there
  search.unitAway[from] = unit
  search.columnTo[from] = to
  search.worthThere[from] = worth
  heap.push(there, from)
  if (search.musts[from] === 0 && there + deal.price[from]! < search.limit) {
    search.limit = there + deal.price[from]!
    search.goal = from
  }
}

function reprice(deal: Deal, gain: Int32Array, { settled, askedOf, asked, distance, limit }: Search): void {
  for (const j of settled) deal.price[j]! -= limit - distance[j]!
  for (const b of askedOf) if (asked[b]! < limit) gain[b]! += limit - asked[b]!
}

function moveAlong(market: Market, deal: Deal, search: Search, root: number): void {
  let column = search.goal
  const chain: number[] = []
  for (; column !== root; column = search.columnTo[column]!) chain.push(column)
  for (const from of chain.toReversed()) {
    const unit = search.unitAway[from]!
    unplace(market, deal, unit)
    place(market, deal, unit, freeSlot(market, deal, search.columnTo[from]!), search.worthThere[from]!)
  }
}

function forget(search: Search): void {
  for (const j of search.touched) {
    search.distance[j] = far
    search.visited[j] = 0
  }
  for (const b of search.askedOf) search.asked[b] = far
  search.touched.length = 0
  search.settled.length = 0
  search.askedOf.length = 0
  search.heap.clear()
}
