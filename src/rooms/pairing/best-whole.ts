import { type Counts, mentorIn, type PackedRows, worthIn } from '#scores/packed'
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

/** Whole numbers; beyond 32 bits only where standing pairs come before any total. */
export type Prices = Int32Array | Float64Array
/** What proves a whole: the prices, each within their own part. */
export type Priced = Pick<Whole, 'short'> & { mentorPrice: Prices; menteePrice: Prices }

/**
 * The greatest total among all ways to match as many mentees as can be.
 *
 * A greatest matching splits the crowd in two, whichever it is: where places are short every place is taken, elsewhere every
 * mentee is. No pair of the best whole crosses from one part to the other, so each is solved on its own from its scarce side, and
 * nothing has to be made so costly that it outranks a match. `isFlat` says that pairs are worth 0 or 1: bids would be coarser than that.
 */
export function bestWhole(rows: PackedRows, isFlat = false): Whole {
  const matching = mostMatched(rows)
  const whole = wholeWithin(rows, { ...matching, short: shortOfPlaces(rows, matching), isFlat })
  priceTheClosed(rows, whole)
  return whole
}

/** What is known of a crowd before it is solved: its parts, and how many places of each mentor are used where they are short. */
type Known = Pick<Matching, 'matched' | 'used'> & {
  short: Shortage
  /** Who must be taken whatever it costs, 1 for each; their price may then be below 0. */
  musts?: { mentee: Uint8Array; mentor: Uint8Array }
  isFlat?: boolean
}

/** The greatest total within parts that are known. Crashes where those who must be taken cannot all be. */
export function wholeWithin(rows: PackedRows, known: Known): Whole {
  const { matched, short } = known
  const whole: Whole = {
    mentorOf: new Int32Array(rows.n).fill(-1),
    matched,
    total: 0,
    mentorPrice: new Int32Array(rows.m),
    menteePrice: new Int32Array(rows.n),
    short,
  }
  placeMentees(rows, known, whole)
  placeMentors(rows, known, whole)
  return whole
}

/** A mentor without a place is nobody's; one place would be worth what the keenest mentee would gain by it. */
export function priceTheClosed({ n, capacity, rowStart, pair }: PackedRows, whole: Priced, counts: Counts = worthIn): void {
  const { mentorPrice, menteePrice, short } = whole
  if (capacity.every((places) => places > 0)) return
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (capacity[j] !== 0 || short.mentee[i] !== short.mentor[j]) continue
      mentorPrice[j] = Math.max(mentorPrice[j]!, counts(pair[e]!, i) - menteePrice[i]!)
    }
  }
}

/** Places to spare: mentees bid for mentors. */
function placeMentees(rows: PackedRows, { short, musts, isFlat }: Known, whole: Whole): void {
  const isIn = short.mentee.map((is) => 1 - is)
  const places = rows.capacity.map((count, j) => (short.mentor[j] === 1 ? 0 : count))
  const lists = within(rows, short, 0)
  const market = marketOf(lists, () => turned(lists, rows.m), Int32Array.from(isIn), places)
  const { deal, gain } = solve(market, musts?.mentor, isFlat)
  for (let unit = 0; unit < market.bidderOf.length; unit++) {
    const mentee = market.bidderOf[unit]!
    whole.mentorOf[mentee] = market.columnOf[deal.slotOf[unit]!]!
    whole.menteePrice[mentee] = gain[mentee]!
    whole.total += deal.worthOf[unit]!
  }
  for (let j = 0; j < rows.m; j++) if (short.mentor[j] === 0) whole.mentorPrice[j] = deal.price[j]!
}

/** Places short: mentors bid for mentees, so the few bid for the many. */
function placeMentors(rows: PackedRows, { used, short, musts, isFlat }: Known, whole: Whole): void {
  const units = used.map((count, j) => (short.mentor[j] === 1 ? count : 0))
  const places = Int32Array.from(short.mentee)
  const lists = within(rows, short, 1)
  const market = marketOf(turned(lists, rows.m), () => lists, units, places)
  const { deal, gain } = solve(market, musts?.mentee, isFlat)
  for (let unit = 0; unit < market.bidderOf.length; unit++) {
    whole.mentorOf[market.columnOf[deal.slotOf[unit]!]!] = market.bidderOf[unit]!
    whole.total += deal.worthOf[unit]!
  }
  for (let j = 0; j < rows.m; j++) if (short.mentor[j] === 1) whole.mentorPrice[j] = gain[j]!
  for (let i = 0; i < rows.n; i++) if (short.mentee[i] === 1) whole.menteePrice[i] = deal.price[i]!
}

function solve(market: Market, musts?: Uint8Array, isFlat = false): { deal: Deal; gain: Int32Array } {
  const deal = emptyDeal(market)
  if (!isFlat) auction(market, deal)
  const gain = placeEach(market, deal)
  releasePrices(market, deal, gain, musts)
  return { deal, gain }
}
