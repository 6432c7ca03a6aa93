import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentorIn, type PackedRows, worthIn } from '#scores/packed'
import { bestWhole, type Whole } from './best-whole.ts'
import { checkCertificate } from './certificate.ts'
import { problemOf, tables } from './crowd.testing.ts'

const faultOf = (rows: PackedRows, whole: Whole) => {
  const checked = checkCertificate(rows, whole)
  return 'fault' in checked ? checked.fault : null
}

test('Every whole comes with prices that prove it, over all pairs.', () => {
  fc.assert(
    fc.property(tables(9), (table) => {
      const rows = problemOf(table)
      const whole = bestWhole(rows)
      const proof = checkCertificate(rows, whole)
      assert.ok(!('fault' in proof), JSON.stringify(proof))
      assert.deepEqual([proof.matched, proof.total, proof.totalAtMost], [whole.matched, whole.total, whole.total])
    }),
    { numRuns: 5_000 },
  )
})

test('A certificate that was tampered with does not hold: a price a point off either way.', () => {
  fc.assert(
    fc.property(tables(7), fc.nat(), fc.constantFrom(-1, 1), fc.boolean(), (table, at, by, ofMentor) => {
      const rows = problemOf(table)
      const whole = bestWhole(rows)
      const count = ofMentor ? rows.m : rows.n
      if (count === 0) return
      const prices = ofMentor ? whole.mentorPrice : whole.menteePrice
      prices[at % count]! += by
      // Nobody's total changes by what a mentor without a place would be worth.
      if (ofMentor && rows.capacity[at % count] === 0 && by > 0) return
      const isFree = ofMentor && rows.capacity[at % count] === 0
      if (isFree && faultOf(rows, whole) === null) return
      assert.notEqual(faultOf(rows, whole), null)
    }),
    { numRuns: 3_000 },
  )
})

test('A whole that is one pair from the best is caught: somebody unmatched, or moved for fewer points.', () => {
  fc.assert(
    fc.property(tables(7), fc.nat(), fc.nat(), (table, who, to) => {
      const rows = problemOf(table)
      const whole = bestWhole(rows)
      const matched = Array.from(whole.mentorOf.keys()).filter((i) => whole.mentorOf[i]! >= 0)
      if (matched.length === 0) return
      const mentee = matched[who % matched.length]!
      const row = Array.from(rows.pair.subarray(rows.rowStart[mentee]!, rows.rowStart[mentee + 1]!))
      const own = row.find((pair) => mentorIn(pair) === whole.mentorOf[mentee])!
      const worse = row.filter((pair) => worthIn(pair) < worthIn(own))
      const next = [-1, ...worse.map(mentorIn)]
      assert.notEqual(faultOf(rows, { ...whole, mentorOf: whole.mentorOf.with(mentee, next[to % next.length]!) }), null)
    }),
    { numRuns: 3_000 },
  )
})

test('A pair that is not in the rows, a place given twice, and a part drawn wrongly are each named.', () => {
  const rows = problemOf({
    mentees: ['a', 'b', 'c'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [900, null],
      [800, null],
      [null, 700],
    ],
  })
  const whole = bestWhole(rows)
  assert.equal(faultOf(rows, whole), null)
  const having = (...mentorOf: number[]) => ({ ...whole, mentorOf: Int32Array.from(mentorOf) })
  assert.equal(faultOf(rows, having(1, -1, 1)), 'notAPair')
  assert.equal(faultOf(rows, having(0, 0, 1)), 'tooManyPlaces')
  assert.equal(faultOf(rows, having(0, -1, -1)), 'leftOverOutside')
  const outside = { ...whole.short, mentor: Uint8Array.of(0, 0) }
  assert.equal(faultOf(rows, { ...whole, short: outside }), 'couldBeMatched')
})

test('Prices that add up all the same and leave one pair worth a point more than its two are caught by that pair.', () => {
  const rows = problemOf({
    mentees: ['a', 'b'],
    mentors: ['x', 'y'],
    capacity: [1, 1],
    scores: [
      [900, 700],
      [800, 700],
    ],
  })
  const whole = bestWhole(rows)
  assert.equal(faultOf(rows, whole), null)
  const menteePrice = Int32Array.of(whole.menteePrice[0]! - 1, whole.menteePrice[1]! + 1)
  assert.equal(faultOf(rows, { ...whole, menteePrice }), 'worthMore')
})
