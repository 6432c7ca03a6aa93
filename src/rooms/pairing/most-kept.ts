import assert from 'node:assert/strict'
import { type Counts, mentorIn, type PackedRows, packed, worthIn } from '#scores/packed'
import { bestWhole, type Priced, priceTheClosed, type Whole, wholeWithin } from './best-whole.ts'
import { keepPairs, scoreMax } from './problem.ts'

/** A whole whose prices prove it where a standing pair counts for `bonus` points more, as `counts` does. */
export type Kept = { whole: Priced; bonus: number; counts: Counts }

/**
 * Among all ways to match as many mentees as can be, those that keep the most standing pairs; among these the greatest total.
 *
 * Exact, a digit at a time: first a standing pair is worth 1 and any other nothing. What is as good as that is made of the pairs tight at
 * those prices, with whoever has a price above 0 taken (complementary slackness); among these alone the scores count. Put together, the two
 * prices are one price in points at a bonus that no total can outweigh, so the same certificate proves both aims.
 */
export function keepingWhole(open: PackedRows, standing: Int32Array): Kept {
  const stood = (pair: number, mentee: number) => (standing[mentee] === mentorIn(pair) ? 1 : 0)
  const most = bestWhole(onlyStandingWorth(open, standing), true)
  const { menteePrice, mentorPrice } = most
  const tight = keepPairs(open, (pair, i) => stood(pair, i) === menteePrice[i]! + mentorPrice[mentorIn(pair)]!)
  const used = new Int32Array(open.m)
  for (const mentor of most.mentorOf) if (mentor >= 0) used[mentor]!++
  const isPriced = (prices: Int32Array) => Uint8Array.from(prices, (price) => (price > 0 ? 1 : 0))
  const best = wholeWithin(tight, { ...most, used, musts: { mentee: isPriced(menteePrice), mentor: isPriced(mentorPrice) } })
  const bonus = bonusThatProves(best)
  const counts: Counts = (pair, mentee) => worthIn(pair) + bonus * stood(pair, mentee)
  const whole = {
    short: most.short,
    menteePrice: together(bonus, menteePrice, best.menteePrice),
    mentorPrice: together(bonus, mentorPrice, best.mentorPrice),
  }
  priceTheClosed(open, whole, counts)
  return { whole, bonus, counts }
}

/** Both digits as one whole number: at 200,000 people a bonus is some 2^28, which leaves 2^25 steps of it exact in a double. */
function together(bonus: number, first: Int32Array, second: Int32Array): Float64Array {
  return Float64Array.from(first, (price, at) => {
    const both = bonus * price + second[at]!
    assert.ok(Number.isSafeInteger(both), 'a price too great to be exact')
    return both
  })
}

/** The same pairs, worth 1 where they stand and 0 elsewhere; the rest of a row stays in the order of scores, so nothing is sorted. */
function onlyStandingWorth(open: PackedRows, standing: Int32Array): PackedRows {
  const { n, rowStart } = open
  const pair = new Int32Array(open.pair.length)
  for (let i = 0; i < n; i++) {
    const first = rowStart[i]!
    const row = open.pair.subarray(first, rowStart[i + 1]!)
    const stands = row.findIndex((one) => mentorIn(one) === standing[i])
    if (stands >= 0) pair[first] = packed(1, standing[i]!)
    for (let e = 0; e < row.length; e++) if (e !== stands) pair[first + e + (e < stands ? 1 : 0)] = packed(0, mentorIn(row[e]!))
  }
  return { ...open, pair }
}

/**
 * More than any total, so that no chain gains as much as a pair that it parts; and more than the second prices can take from the first, so
 * that a pair that was not tight, and a price that was above 0, stay so.
 */
function bonusThatProves({ matched, menteePrice, mentorPrice }: Whole): number {
  const below = (prices: Int32Array) => -prices.reduce((a, b) => Math.min(a, b), 0)
  return 1 + Math.max(scoreMax * matched, scoreMax + below(menteePrice) + below(mentorPrice))
}
