import { mentorIn, type PackedRows, worthIn } from '#scores/packed'
import { auction } from './auction.ts'
import { type Deal, emptyDeal, type Market, marketOf, turned, within } from './market.ts'
import { type Matching, mostMatched, type Shortage, shortOfPlaces } from './most-matched.ts'
import { placeEach } from './place-each.ts'
import { releasePrices } from './release-prices.ts'

export type Whole = {
  /** The mentor of each mentee, -1 for none. */
  mentorOf: Int32Array
  matched: number
  /** The sum of what the pairs are worth. */
  total: number
  /** What one more place with a mentor would be worth, and what a mentee keeps at those prices, each within their own part. */
  mentorPrice: Int32Array
  menteePrice: Int32Array
  /** Who belongs to the part of the crowd that is short of places. */
  short: Shortage
}

/**
 * The greatest total among all ways to match as many mentees as can be.
 *
 * A greatest matching splits the crowd in two, whichever it is: where places are short every place is taken, elsewhere every
 * mentee is. No pair of the best whole crosses from one part to the other, so each is solved on its own from its scarce side, and
 * nothing has to be made so costly that it outranks a match.
 */
export function bestWhole(rows: PackedRows): Whole {
  const matching = mostMatched(rows)
  const short = shortOfPlaces(rows, matching)
  const whole: Whole = {
    mentorOf: new Int32Array(rows.n).fill(-1),
    matched: matching.matched,
    total: 0,
    mentorPrice: new Int32Array(rows.m),
    menteePrice: new Int32Array(rows.n),
    short,
  }
  placeMentees(rows, short, whole)
  placeMentors(rows, short, matching, whole)
  priceTheClosed(rows, whole)
  return whole
}

/** A mentor without a place is nobody's; one place would be worth what the keenest mentee would gain by it. */
function priceTheClosed({ n, capacity, rowStart, pair }: PackedRows, { mentorPrice, menteePrice, short }: Whole): void {
  if (capacity.every((places) => places > 0)) return
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (capacity[j] !== 0 || short.mentee[i] !== short.mentor[j]) continue
      mentorPrice[j] = Math.max(mentorPrice[j]!, worthIn(pair[e]!) - menteePrice[i]!)
    }
  }
}

/** Places to spare: mentees bid for mentors. */
function placeMentees(rows: PackedRows, short: Shortage, whole: Whole): void {
  const isIn = short.mentee.map((is) => 1 - is)
  const places = rows.capacity.map((count, j) => (short.mentor[j] === 1 ? 0 : count))
  const lists = within(rows, short, 0)
  const market = marketOf(lists, () => turned(lists, rows.m), Int32Array.from(isIn), places)
  const { deal, gain } = solve(market)
  for (let unit = 0; unit < market.bidderOf.length; unit++) {
    const mentee = market.bidderOf[unit]!
    whole.mentorOf[mentee] = market.columnOf[deal.slotOf[unit]!]!
    whole.menteePrice[mentee] = gain[mentee]!
    whole.total += deal.worthOf[unit]!
  }
  for (let j = 0; j < rows.m; j++) if (short.mentor[j] === 0) whole.mentorPrice[j] = deal.price[j]!
}

/** Places short: mentors bid for mentees, so the few bid for the many. */
function placeMentors(rows: PackedRows, short: Shortage, { used }: Matching, whole: Whole): void {
  const units = used.map((count, j) => (short.mentor[j] === 1 ? count : 0))
  const places = Int32Array.from(short.mentee)
  const lists = within(rows, short, 1)
  const market = marketOf(turned(lists, rows.m), () => lists, units, places)
  const { deal, gain } = solve(market)
  for (let unit = 0; unit < market.bidderOf.length; unit++) {
    whole.mentorOf[market.columnOf[deal.slotOf[unit]!]!] = market.bidderOf[unit]!
    whole.total += deal.worthOf[unit]!
  }
  for (let j = 0; j < rows.m; j++) if (short.mentor[j] === 1) whole.mentorPrice[j] = gain[j]!
  for (let i = 0; i < rows.n; i++) if (short.mentee[i] === 1) whole.menteePrice[i] = deal.price[i]!
}

function solve(market: Market): { deal: Deal; gain: Int32Array } {
  const deal = emptyDeal(market)
  auction(market, deal)
  const gain = placeEach(market, deal)
  releasePrices(market, deal, gain)
  return { deal, gain }
}
