import { mentorIn as columnIn, type PackedRows, packed, worthIn, worthMax } from '#scores/packed'
import type { Shortage } from './most-matched.ts'
import { placesWorthHaving } from './places.ts'

/**
 * Bidders who must all be placed, and columns with places for them. Either side of a crowd may bid: mentees for mentors where places are
 * to spare, mentors for mentees where they are short. A bidder with several units takes as many different columns of one place each.
 */
export type Market = {
  bidders: number
  columns: number
  /** The units of bidder `b` are `unitStart[b]` up to, not including, `unitStart[b + 1]`. */
  unitStart: Int32Array
  bidderOf: Int32Array
  /** The places of column `j` are `slotStart[j]` up to, not including, `slotStart[j + 1]`. */
  slotStart: Int32Array
  columnOf: Int32Array
  /** Each bidder's pairs, `packed(worth, column)`, best first. */
  listStart: Int32Array
  list: Int32Array
  /** The same pairs by column, best first; made when asked. */
  back(): Lists
}

export type Lists = { listStart: Int32Array; list: Int32Array }

/** Who has which place at what price. A column's price is that of its cheapest place, whole points, never below 0. */
export type Deal = {
  slotOf: Int32Array
  /** What a placed unit's pair is worth. */
  worthOf: Int32Array
  unitAt: Int32Array
  slotPrice: Int32Array
  price: Int32Array
  /** How many places of a column are free. */
  open: Int32Array
}

export function emptyDeal(market: Market): Deal {
  const units = market.unitStart[market.bidders]!
  const slots = market.slotStart[market.columns]!
  return {
    slotOf: new Int32Array(units).fill(-1),
    worthOf: new Int32Array(units),
    unitAt: new Int32Array(slots).fill(-1),
    slotPrice: new Int32Array(slots),
    price: new Int32Array(market.columns),
    open: Int32Array.from({ length: market.columns }, (_, j) => market.slotStart[j + 1]! - market.slotStart[j]!),
  }
}

export function place({ columnOf }: Market, deal: Deal, unit: number, slot: number, worth: number): void {
  deal.slotOf[unit] = slot
  deal.worthOf[unit] = worth
  deal.unitAt[slot] = unit
  deal.open[columnOf[slot]!]!--
}

export function unplace({ columnOf }: Market, deal: Deal, unit: number): void {
  const slot = deal.slotOf[unit]!
  deal.unitAt[slot] = -1
  deal.slotOf[unit] = -1
  deal.open[columnOf[slot]!]!++
}

export function freeSlot({ slotStart }: Market, { unitAt }: Deal, column: number): number {
  for (let slot = slotStart[column]!; slot < slotStart[column + 1]!; slot++) if (unitAt[slot] === -1) return slot
  throw new Error('a column without a free place')
}

/** The market of given lists: units of each bidder, places of each column. */
export function marketOf(lists: Lists, back: () => Lists, units: Int32Array, places: Int32Array): Market {
  const unit = layOut(units)
  const slot = layOut(placesWorthHaving(places, unit.owner.length, lists.list))
  const counts = { bidders: units.length, columns: places.length }
  return { ...counts, unitStart: unit.start, bidderOf: unit.owner, slotStart: slot.start, columnOf: slot.owner, ...lists, back }
}

function layOut(counts: Int32Array): { start: Int32Array; owner: Int32Array } {
  const start = new Int32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) start[at + 1] = start[at]! + counts[at]!
  const owner = new Int32Array(start[counts.length]!)
  for (let at = 0; at < counts.length; at++) owner.fill(at, start[at]!, start[at + 1]!)
  return { start, owner }
}

/**
 * The same pairs read from the other side, best first again: lists are walked side by side, worth by worth from the top, so that nothing is
 * sorted. Of equal worth the order is any, and the same for the same pairs.
 */
export function turned({ list, listStart }: Lists, columns: number): Lists {
  const rows = listStart.length - 1
  const start = new Int32Array(columns + 1)
  for (let e = 0; e < list.length; e++) start[columnIn(list[e]!) + 1]!++
  for (let j = 0; j < columns; j++) start[j + 1]! += start[j]!
  const next = start.slice()
  const out = new Int32Array(list.length)
  const at = listStart.slice()
  /** The rows whose next pair has that worth, as a chain through `after`. */
  const first = new Int32Array(worthMax + 1).fill(-1)
  const after = new Int32Array(rows)
  const wait = (row: number) => {
    if (at[row] === listStart[row + 1]) return
    const worth = worthIn(list[at[row]!]!)
    after[row] = first[worth]!
    first[worth] = row
  }
  for (let row = rows - 1; row >= 0; row--) wait(row)
  for (let worth = worthMax; worth >= 0; worth--) {
    for (let row = first[worth]!; row >= 0; ) {
      const following = after[row]!
      const end = listStart[row + 1]!
      let e = at[row]!
      for (; e < end && worthIn(list[e]!) === worth; e++) out[next[columnIn(list[e]!)]!++] = packed(worth, row)
      at[row] = e
      wait(row)
      row = following
    }
  }
  return { listStart: start, list: out }
}

/** The pairs of one part of the crowd: the one short of places (1), or the one with places to spare (0). Who has no place is in neither. */
export function within({ n, capacity, rowStart, pair }: PackedRows, { mentee, mentor }: Shortage, part: 0 | 1): Lists {
  const isOpen = mentor.map((side, j) => (side === part && capacity[j]! > 0 ? 1 : 0))
  if (isOpen.every((is) => is === 1) && mentee.every((side) => side === part)) return { listStart: rowStart, list: pair }
  const isIn = (i: number, e: number) => mentee[i] === part && isOpen[columnIn(pair[e]!)] === 1
  const listStart = new Int32Array(n + 1)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (isIn(i, e)) count++
    listStart[i + 1] = count
  }
  const list = new Int32Array(count)
  let at = 0
  for (let i = 0; i < n; i++) for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (isIn(i, e)) list[at++] = pair[e]!
  return { listStart, list }
}
