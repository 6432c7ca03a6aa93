import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyCrowd } from '#scores/any-crowd.testing'
import { suggest } from './suggest.ts'
import { suggestBig } from './suggest-big.ts'

test('A crowd solved on lists comes to what scoring every pair comes to: the same number and total, with the same reasons.', () => {
  fc.assert(
    fc.property(anyCrowd(12, 12), (crowd) => {
      const big = suggestBig(crowd)
      const all = suggest({ ...crowd, floor: 'none' })
      assert.deepEqual([big.summary.matched, big.summary.total], [all.summary.matched, all.summary.total])
      const same = new Map(all.pairs.map((pair) => [`${pair.mentee} ${pair.mentor}`, pair]))
      for (const pair of big.pairs) {
        const twin = same.get(`${pair.mentee} ${pair.mentor}`)
        if (twin !== undefined)
          assert.deepEqual([pair.score, pair.reasons, pair.runnerUp?.behind], [twin.score, twin.reasons, twin.runnerUp?.behind])
      }
      assert.ok('totalAtMost' in big.proved.proof)
    }),
    { numRuns: 300 },
  )
})

test('The same people in any order get the same pairs.', () => {
  fc.assert(
    fc.property(anyCrowd(10, 10), (crowd) => {
      const turned = { ...crowd, mentees: crowd.mentees.toReversed(), mentors: crowd.mentors.toReversed() }
      assert.deepEqual(suggestBig(turned), suggestBig(crowd))
    }),
    { numRuns: 200 },
  )
})
