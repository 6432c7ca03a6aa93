import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everythingCounts } from '#programmes/rules'
import { anyCrowd } from '#scores/any-crowd.testing'
import { mentorIn, type PackedRows } from '#scores/packed'
import { mentee, mentor } from '#scores/people.testing'
import { type Crowd, scoreCrowd } from '#scores/score'
import { scorerOf } from '#scores/scorer'
import { bestWhole } from './best-whole.ts'
import { provedWhole } from './big-whole.ts'
import { checkCertificate } from './certificate.ts'
import { rowsOf } from './pair-rows.ts'
import { keepPairs } from './problem.ts'

/** Every pair that may meet, with mentors who have a place. */
function allPairs(crowd: Crowd): PackedRows {
  const { n, m, capacity, rowStart, pair } = rowsOf(scoreCrowd(crowd), { pins: [], standing: [], floor: 'none', dial: 'total', bonus: 0 })
  return keepPairs({ n, m, capacity, rowStart, pair }, (one) => capacity[mentorIn(one)]! > 0)
}

test('Solved on lists and priced out, a crowd has the best whole of all its pairs, and the prices prove it over all of them.', () => {
  fc.assert(
    fc.property(anyCrowd(12, 12), fc.integer({ min: 1, max: 4 }), (crowd, best) => {
      const { whole } = provedWhole(scorerOf(crowd), best)
      const rows = allPairs(crowd)
      const over = bestWhole(rows)
      assert.deepEqual([whole.matched, whole.total], [over.matched, over.total])
      assert.ok(!('fault' in checkCertificate(rows, whole)))
    }),
    { numRuns: 500 },
  )
})

test('Lists alone leave over whom all pairs would place: everybody’s best are the same few.', () => {
  const mentors = Array.from({ length: 6 }, (_, at) => mentor(`M${at}`, { field: at < 2 ? 'F' : 'G' }))
  const mentees = Array.from({ length: 6 }, (_, at) => mentee(`N${at}`, { field: 'F' }))
  const { whole, rounds, added } = provedWhole(scorerOf({ mentees, mentors, rules: everythingCounts, apart: [] }), 2)
  assert.equal(whole.matched, 6)
  assert.ok(rounds > 1 && added > 0)
})
