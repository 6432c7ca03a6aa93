import assert from 'node:assert/strict'
import type { Candidate } from '#scores/candidate'
import { type Counts, mentorIn, type PackedRows, packed, worthIn, worthOf } from '#scores/packed'
import type { Scored } from '#scores/score'
import type { Assignment } from './assign.ts'
import type { Priced, Prices, Whole } from './best-whole.ts'
import { type Problem, unpinned } from './problem.ts'

export type Certificate = Priced & Pick<Whole, 'mentorOf'>

export type Fault =
  | { fault: 'notAPair'; mentee: number; mentor: number }
  | { fault: 'tooManyPlaces'; mentor: number }
  | { fault: 'couldBeMatched'; mentee: number; mentor: number }
  | { fault: 'leftOverOutside'; mentee: number }
  | { fault: 'freePlaceInside'; mentor: number }
  | { fault: 'priceBelowNothing'; mentee: number }
  | { fault: 'priceBelowNothing'; mentor: number }
  | { fault: 'priceOfNobody'; mentee: number }
  | { fault: 'priceOfNobody'; mentor: number }
  | { fault: 'worthMore'; mentee: number; mentor: number }
  | { fault: 'sumsDiffer'; total: number; prices: number }

/**
 * Somebody's price: what a mentee keeps, or what one more place with a mentor is worth, and in which part of the crowd they are. Where
 * standing counts, by code, with whom a mentee stood; where some come first, whether they do.
 */
export type Price = { id: string; code: string; places: number; isShort: boolean; price: number; stood?: string; isFirst?: true }

/** A certificate that others can check: people by id, what a pair that stood counts for more, and what checking it here came to. */
export type Proved = { mentees: Price[]; mentors: Price[]; bonus?: number; proof: Proof | Fault }

type Before = Pick<Problem, 'standing' | 'first' | 'bonus'>
type People = Pick<Scored, 'mentees' | 'mentors'>
type Solved = Omit<Assignment, 'free' | 'floor'>

/** The prices of a whole by name, checked; pinned mentees, and the places they take, stand outside. */
export function proved({ mentees, mentors }: People, best: Solved, pinned: ReadonlySet<number>, of: Before = {}): Proved {
  const { open, counts, bonus, mentorOf, mentorPrice, menteePrice, short } = best
  const chosen = unpinned(mentorOf, pinned)
  const certificate = { mentorOf: chosen, mentorPrice, menteePrice, short }
  const price = (people: readonly Candidate[], places: (at: number) => number, isShort: Uint8Array, prices: Prices) =>
    people.map(({ id, code }, at) => ({ id, code, places: places(at), isShort: isShort[at] === 1, price: prices[at]! }))
  const mends = of.bonus === Infinity
  const comesFirst = (at: number) => bonus > 0 && !mends && of.first?.[at] === 1
  const stoodWith = (mentor: number) => (bonus > 0 && mentor >= 0 ? { stood: mentors[mentor]!.code } : {})
  return {
    mentees: price(mentees, () => 1, short.mentee, menteePrice)
      .map((one, at) => ({
        ...one,
        ...(mends ? stoodWith(of.standing?.[at] ?? -1) : {}),
        ...(comesFirst(at) ? { isFirst: true as const } : {}),
      }))
      .filter((_, at) => !pinned.has(at)),
    mentors: price(mentors, (at) => open.capacity[at]!, short.mentor, mentorPrice),
    ...(bonus > 0 ? { bonus } : {}),
    proof: checkCertificate(open, certificate, counts),
  }
}

/** What a certificate shows, where nothing is wrong with it. */
export type Proof = { pairs: number; matched: number; matchedAtMost: number; total: number; totalAtMost: number }

/**
 * Checks, in one pass over all pairs and trusting nothing else, that no whole matches more, and none as many for a greater total. Answers
 * what is wrong first, or the proof.
 *
 * Number: no pair joins a mentee of the short part to a mentor outside it, so its mentees can only have its places, and the others are
 * one mentor each: places inside + mentees outside is the most there can be (König 1931). Total: no pair within a part is worth more than
 * its two prices together; so any whole of that number is worth at most all prices together, and this one is (duality; a mentor's price
 * counts once for each place). Places inside are all taken and mentees outside all matched in any whole of that number, so there alone a
 * price may be below 0.
 */
export function checkCertificate(rows: PackedRows, certificate: Certificate, counts: Counts = worthIn): Fault | Proof {
  return faultInPlaces(rows, certificate) ?? faultInPrices(rows, certificate, counts) ?? sumsOf(rows, certificate, counts)
}

/** The proof of a whole that must have one. Crashes when it does not hold. */
export function proofOf(rows: PackedRows, certificate: Certificate): Proof {
  const checked = checkCertificate(rows, certificate)
  assert.ok(!('fault' in checked), `a whole without a proof: ${JSON.stringify(checked)}`)
  return checked
}

function faultInPlaces(rows: PackedRows, { mentorOf, short }: Certificate): Fault | null {
  const left = Int32Array.from(rows.capacity)
  for (let i = 0; i < rows.n; i++) {
    const mentor = mentorOf[i]!
    if (mentor < 0) {
      if (short.mentee[i] !== 1) return { fault: 'leftOverOutside', mentee: i }
      continue
    }
    if (worthOf(rows, i, mentor) < 0) return { fault: 'notAPair', mentee: i, mentor }
    if (--left[mentor]! < 0) return { fault: 'tooManyPlaces', mentor }
  }
  for (let j = 0; j < rows.m; j++) if (short.mentor[j] === 1 && left[j]! > 0) return { fault: 'freePlaceInside', mentor: j }
  return null
}

function faultInPrices({ n, m, capacity, rowStart, pair }: PackedRows, certificate: Certificate, counts: Counts): Fault | null {
  const { mentorOf, mentorPrice, menteePrice, short } = certificate
  const taken = new Int32Array(m)
  for (let i = 0; i < n; i++) {
    if (mentorOf[i]! >= 0) taken[mentorOf[i]!]!++
    if (short.mentee[i] === 1 && menteePrice[i]! < 0) return { fault: 'priceBelowNothing', mentee: i }
    if (mentorOf[i]! < 0 && menteePrice[i] !== 0) return { fault: 'priceOfNobody', mentee: i }
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (short.mentee[i] === 1 && short.mentor[j] === 0) return { fault: 'couldBeMatched', mentee: i, mentor: j }
      if (short.mentee[i] !== short.mentor[j]) continue
      if (counts(pair[e]!, i) > menteePrice[i]! + mentorPrice[j]!) return { fault: 'worthMore', mentee: i, mentor: j }
    }
  }
  for (let j = 0; j < m; j++) {
    if (short.mentor[j] === 0 && mentorPrice[j]! < 0) return { fault: 'priceBelowNothing', mentor: j }
    if (taken[j]! < capacity[j]! && mentorPrice[j] !== 0) return { fault: 'priceOfNobody', mentor: j }
  }
  return null
}

function sumsOf(rows: PackedRows, certificate: Certificate, counts: Counts): Fault | Proof {
  const { mentorOf, mentorPrice, menteePrice, short } = certificate
  let [matched, matchedAtMost, total, prices] = [0, 0, 0, 0]
  for (let i = 0; i < rows.n; i++) {
    if (mentorOf[i]! >= 0) matched++
    if (mentorOf[i]! >= 0) total += counts(packed(worthOf(rows, i, mentorOf[i]!), mentorOf[i]!), i)
    if (short.mentee[i] === 0) matchedAtMost++
    prices = exact(prices + menteePrice[i]!)
  }
  for (let j = 0; j < rows.m; j++) {
    if (short.mentor[j] === 1) matchedAtMost += rows.capacity[j]!
    prices = exact(prices + rows.capacity[j]! * mentorPrice[j]!)
  }
  if (total !== prices || matched !== matchedAtMost) return { fault: 'sumsDiffer', total, prices }
  return { pairs: rows.pair.length, matched, matchedAtMost, total, totalAtMost: prices }
}

function exact(sum: number): number {
  assert.ok(Number.isSafeInteger(sum), 'prices too great to be added exactly')
  return sum
}
