import { mentorIn as columnIn, worthIn, worthMax } from '#scores/packed'
import { type Deal, type Market, place, unplace } from './market.ts'

/** Bids fall from coarse to a point: each level starts from the prices of the one before, and mends what they left wrong. */
const stepsInPoints = [32, 8, 2, 1] as const
/** More bids than this at a level are a price war; what is left unplaced is for exact paths. */
const bidsPerUnitMax = 8
/** With more places than this for each unit, free places forget their price at each level: a quarter less time; with fewer, half more. */
const roomyRatio = 1.1

/**
 * Prices that are nearly right, and most units placed at them (Bertsekas 1988; several places at one price, Bertsekas and Castañón 1989).
 * A bidder in need takes the columns that leave them most, at prices that leave no more than the next best would, less a step. Whole
 * numbers throughout. Nothing here is exact: `repair` makes it so.
 */
export function auction(market: Market, deal: Deal): void {
  const room = roomFor(market)
  const isRoomy = deal.unitAt.length > roomyRatio * deal.slotOf.length
  for (const step of stepsInPoints) {
    leaveWhatIsWorse(market, deal, room, step)
    if (isRoomy) forgetFreePrices(market, deal)
    bidInTurn(market, deal, room, step)
  }
}

/** A place that is free has nobody who paid for it; where many must stay free, exact search would have to undo each price. */
function forgetFreePrices({ columns, slotStart }: Market, { open, price, slotPrice }: Deal): void {
  for (let j = 0; j < columns; j++) {
    if (open[j] === 0) continue
    price[j] = 0
    slotPrice.fill(0, slotStart[j]!, slotStart[j + 1]!)
  }
}

type Room = ReturnType<typeof roomFor>

function roomFor({ bidders, unitStart }: Market) {
  let unitsMost = 0
  for (let b = 0; b < bidders; b++) unitsMost = Math.max(unitsMost, unitStart[b + 1]! - unitStart[b]!)
  return {
    /** Bidders with a unit to place, in a ring; each stands in it once. */
    queue: new Int32Array(bidders + 1),
    head: 0,
    tail: 0,
    waits: new Uint8Array(bidders),
    missing: new Int32Array(bidders),
    /** The best pairs of the bidder whose turn it is, by value, a free place before a taken one. */
    value: new Float64Array(unitsMost + 1),
    pair: new Int32Array(unitsMost + 1),
  }
}

/** Everybody who would be better off elsewhere by more than a step gives their place back. */
function leaveWhatIsWorse(market: Market, deal: Deal, room: Room, step: number): void {
  const { bidders, unitStart, columnOf, slotStart } = market
  const { price, slotPrice, slotOf, worthOf } = deal
  for (let j = 0; j < market.columns; j++) slotPrice.fill(price[j]!, slotStart[j]!, slotStart[j + 1]!)
  for (let b = 0; b < bidders; b++) {
    const best = bestValue(market, price, b)
    for (let unit = unitStart[b]!; unit < unitStart[b + 1]!; unit++) {
      const slot = slotOf[unit]!
      if (slot >= 0 && worthOf[unit]! - price[columnOf[slot]!]! < best - step) unplace(market, deal, unit)
      if (slotOf[unit] === -1) room.missing[b]!++
    }
    if (room.missing[b]! > 0) wait(room, b)
  }
}

/** The most that any column leaves a bidder at these prices. */
export function bestValue({ listStart, list }: Market, price: Int32Array, bidder: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let e = listStart[bidder]!; e < listStart[bidder + 1]!; e++) {
    const worth = worthIn(list[e]!)
    if (worth <= best) break
    const value = worth - price[columnIn(list[e]!)]!
    if (value > best) best = value
  }
  return best
}

function wait(room: Room, bidder: number): void {
  if (room.waits[bidder] === 1) return
  room.waits[bidder] = 1
  room.queue[room.tail] = bidder
  room.tail = (room.tail + 1) % room.queue.length
}

function bidInTurn(market: Market, deal: Deal, room: Room, step: number): void {
  const bidsMax = bidsPerUnitMax * market.unitStart[market.bidders]!
  for (let bids = 0; room.head !== room.tail; ) {
    const bidder = room.queue[room.head]!
    room.head = (room.head + 1) % room.queue.length
    room.waits[bidder] = 0
    if (bids >= bidsMax) continue
    bids += room.missing[bidder]!
    bid(market, deal, room, bidder, step)
  }
  room.missing.fill(0)
}

/** One margin for all of a bidder's units: those placed before pay up to it too, since any of them could be the one that bids. */
function bid(market: Market, deal: Deal, room: Room, bidder: number, step: number): void {
  const wanted = room.missing[bidder]!
  const seen = lookAround(market, deal, room, bidder, wanted + 1)
  const taken = Math.min(wanted, seen)
  if (taken === 0) return
  const last = Math.floor(room.value[taken - 1]! / 2)
  const next = seen > wanted ? Math.floor(room.value[wanted]! / 2) : last - worthMax
  const margin = Math.min(next, last - step)
  const { unitStart } = market
  for (let unit = unitStart[bidder]!, k = 0; unit < unitStart[bidder + 1]!; unit++) {
    if (deal.slotOf[unit]! >= 0) payUpTo(market, deal, unit, margin)
    else if (k < taken) takeColumn(market, deal, room, unit, room.pair[k++]!, margin)
  }
  room.missing[bidder] = wanted - taken
}

/** The `most` best pairs of a bidder at the prices of now, columns that they have already left out; answers how many there are. */
function lookAround({ listStart, list, slotStart, bidderOf }: Market, deal: Deal, room: Room, bidder: number, most: number): number {
  const { value, pair } = room
  const { price, unitAt, open } = deal
  let count = 0
  for (let e = listStart[bidder]!; e < listStart[bidder + 1]!; e++) {
    const worth = worthIn(list[e]!)
    if (count === most && 2 * worth + 1 <= value[most - 1]!) break
    const column = columnIn(list[e]!)
    const isFree = open[column]! > 0
    if (!isFree && bidderOf[unitAt[slotStart[column]!]!] === bidder) continue
    const worthHere = 2 * (worth - price[column]!) + (isFree ? 1 : 0)
    if (count === most && worthHere <= value[most - 1]!) continue
    let at = count < most ? count++ : most - 1
    for (; at > 0 && value[at - 1]! < worthHere; at--) {
      value[at] = value[at - 1]!
      pair[at] = pair[at - 1]!
    }
    value[at] = worthHere
    pair[at] = list[e]!
  }
  return count
}

function payUpTo({ columnOf }: Market, deal: Deal, unit: number, margin: number): void {
  const slot = deal.slotOf[unit]!
  const level = deal.worthOf[unit]! - margin
  if (level <= deal.slotPrice[slot]!) return
  deal.slotPrice[slot] = level
  deal.price[columnOf[slot]!] = level
}

function takeColumn(market: Market, deal: Deal, room: Room, unit: number, pair: number, margin: number): void {
  const { slotStart, bidderOf } = market
  const { slotPrice, unitAt, price } = deal
  const column = columnIn(pair)
  const end = slotStart[column + 1]!
  let cheapest = slotStart[column]!
  for (let slot = cheapest + 1; slot < end; slot++) {
    const less = slotPrice[slot]! - slotPrice[cheapest]!
    if (less < 0 || (less === 0 && unitAt[slot] === -1 && unitAt[cheapest] !== -1)) cheapest = slot
  }
  const out = unitAt[cheapest]!
  if (out >= 0) {
    unplace(market, deal, out)
    room.missing[bidderOf[out]!]!++
    wait(room, bidderOf[out]!)
  }
  const worth = worthIn(pair)
  place(market, deal, unit, cheapest, worth)
  slotPrice[cheapest] = worth - margin
  let least = slotPrice[slotStart[column]!]!
  for (let slot = slotStart[column]! + 1; slot < end; slot++) least = Math.min(least, slotPrice[slot]!)
  price[column] = least
}
