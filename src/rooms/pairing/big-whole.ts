import { bestListsFor } from '#scores/best-lists'
import { mentorIn, type PackedRows, worthIn } from '#scores/packed'
import { addViolators } from '#scores/price-out'
import type { Scorer } from '#scores/scorer'
import { bestWhole, type Whole } from './best-whole.ts'
import { placeWorth } from './place-worth.ts'

/** A whole that was found on lists of the best pairs and is proved over every pair that may meet. */
export type BigWhole = {
  rows: PackedRows
  whole: Whole
  /** How often all pairs were looked at, and how many were added to the lists by that. */
  rounds: number
  added: number
}

export type Done = 'lists' | 'solved' | 'priced'

const listLength = 40
const addedOfOneMax = 100
/** Far above any price, and whole in 32 bits with one: who is left over takes any mentor with a place to spare, whatever the score. */
const apart = 2 ** 28

/**
 * The best whole of a crowd too big to score every pair: the `best` of each mentee are solved, then every pair that may meet is held
 * against the prices, those worth more are added, and again, until none is. A list proves itself where its mentee's price is no less than
 * its last score, so most are not looked at. Exact: the same number and total as over all pairs. `tell` hears what was done.
 */
export function provedWhole(scorer: Scorer, best = listLength, tell: (done: Done, rounds: number) => void = () => {}): BigWhole {
  let rows = bestListsFor(scorer, best, 0, scorer.mentees.length)
  tell('lists', 0)
  let added = 0
  for (let rounds = 1; ; rounds++) {
    const found = bestWhole(rows)
    const whole = { ...found, ...menteesMost(rows, found) }
    tell('solved', rounds)
    const { menteePrice, mentorPrice } = pricesOfAll(whole)
    const priced = addViolators(scorer, rows, menteePrice, mentorPrice, addedOfOneMax, best)
    tell('priced', rounds)
    if (priced.found === 0) return { rows, whole, rounds, added }
    added += priced.rows.pair.length - rows.pair.length
    rows = priced.rows
  }
}

/**
 * Of all prices that prove a whole, those at which mentees keep the most: they are one, whatever way the whole was found, and at them most
 * lists prove themselves; at any others a dozen looks may be needed, each finding a few pairs more.
 */
function menteesMost(rows: PackedRows, whole: Whole): Pick<Whole, 'menteePrice' | 'mentorPrice'> {
  const mentorPrice = placeWorth(rows, whole, whole.mentorOf)
  const menteePrice = new Int32Array(rows.n)
  for (let i = 0; i < rows.n; i++) {
    const mentor = whole.mentorOf[i]!
    if (mentor < 0) continue
    for (let e = rows.rowStart[i]!; e < rows.rowStart[i + 1]!; e++) {
      if (mentorIn(rows.pair[e]!) === mentor) menteePrice[i] = worthIn(rows.pair[e]!) - mentorPrice[mentor]!
    }
  }
  return { menteePrice, mentorPrice }
}

/** One pair of prices for both parts: none joins a short mentee to a spare mentor that is not worth more; none the other way is. */
function pricesOfAll({ menteePrice, mentorPrice, short }: Pick<Whole, 'menteePrice' | 'mentorPrice' | 'short'>) {
  return {
    menteePrice: Float64Array.from(menteePrice, (price, i) => (short.mentee[i] === 1 ? price - apart : price)),
    mentorPrice: Float64Array.from(mentorPrice, (price, j) => (short.mentor[j] === 1 ? price + apart : price)),
  }
}
