import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Attainment, attainments } from './growth.ts'
import { tScore } from './t-score.ts'

const byHand: readonly (readonly [values: Attainment[], score: string])[] = [
  [[0], '50.00'],
  [[2], '70.00'],
  [[-1], '40.00'],
  [[1, 1], '62.40'],
  [[2, -1, 0], '54.56'],
  [[2, 2, 2, 2], '79.02'],
  [[-2, -2, -2, -2, -2], '19.85'],
]

test('The T-score is that of Kiresuk and Sherman, as worked out by hand.', () => {
  for (const [values, score] of byHand) assert.equal(tScore(values)?.toFixed(2), score, values.join())
  assert.equal(tScore([]), null)
})

const some = fc.array(fc.constantFrom(...attainments), { minLength: 1, maxLength: 5 })

test('Above 50 goes who did better than expected in sum; a goal that went better never lowers it; order is no matter.', () => {
  fc.assert(
    fc.property(some, fc.nat(), (values, nth) => {
      const score = tScore(values) ?? Number.NaN
      const sum = values.reduce<number>((total, value) => total + value, 0)
      assert.equal(Math.sign(score - 50), Math.sign(sum))
      assert.equal(tScore([...values].reverse()), score)
      const at = nth % values.length
      const better = values.map((value, which) => (which === at && value < 2 ? ((value + 1) as Attainment) : value))
      assert.ok((tScore(better) ?? 0) >= score)
      const opposite = tScore(values.map((value) => -value as Attainment)) ?? 0
      assert.ok(Math.abs(score + opposite - 100) < 1e-9)
    }),
  )
})
