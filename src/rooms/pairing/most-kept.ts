import assert from 'node:assert/strict'
import { type Counts, mentorIn, type PackedRows, packed, worthIn } from '#scores/packed'
import { bestWhole, type Priced, priceTheClosed, type Whole, wholeWithin } from './best-whole.ts'
import { bonusMax, keepPairs, scoreMax } from './problem.ts'

/** A pair's score, and what keeping it may count for besides. */
const worthMax = scoreMax + bonusMax

/** Whether a pair counts before any total: because it stands, or because of who is in it. */
export type Before = (pair: number, mentee: number) => boolean

/** A whole whose prices prove it where such a pair counts for `bonus` points more, as `counts` does. */
export type Kept = { whole: Priced; bonus: number; counts: Counts }

/**
 * Among all ways to match as many mentees as can be, those with the most pairs that count before any total (standing ones, where a round
 * mends); among these the greatest total.
 *
 * Exact, a digit at a time: first such a pair is worth 1 and any other nothing. What is as good as that is made of the pairs tight at
 * those prices, with whoever has a price above 0 taken (complementary slackness); among these alone the scores count. Put together, the two
 * prices are one price in points at a bonus that no total can outweigh, so the same certificate proves both aims.
 */
export function keepingWhole(open: PackedRows, before: Before): Kept {
  const stood = (pair: number, mentee: number) => (before(pair, mentee) ? 1 : 0)
  const most = bestWhole(onlyThoseWorth(open, before), true)
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

/** The same pairs, worth 1 where they count before any total and 0 elsewhere; else in the order of scores, so nothing is sorted. */
function onlyThoseWorth(open: PackedRows, before: Before): PackedRows {
  const { n, rowStart } = open
  const pair = new Int32Array(open.pair.length)
  for (let i = 0; i < n; i++) {
    let at = rowStart[i]!
    for (const worth of [1, 0]) {
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
        if (before(open.pair[e]!, i) === (worth === 1)) pair[at++] = packed(worth, mentorIn(open.pair[e]!))
      }
    }
  }
  return { ...open, pair }
}

/**
 * More than any total, so that no chain gains as much as a pair that it parts; and more than the second prices can take from the first, so
 * that a pair that was not tight, and a price that was above 0, stay so.
 */
function bonusThatProves({ matched, menteePrice, mentorPrice }: Whole): number {
  const below = (prices: Int32Array) => -prices.reduce((a, b) => Math.min(a, b), 0)
  return 1 + Math.max(worthMax * matched, worthMax + below(menteePrice) + below(mentorPrice))
}
