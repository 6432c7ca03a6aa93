import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ruleFigures, wilson } from './rule-figures.ts'

const pairs = (count: number, isGood: boolean, ...fired: string[]) =>
  Array.from({ length: count }, () => ({ isGood, fired: new Set(fired) }))

test('Of those who parted early, how many a rule had warned of; of those who completed, how many it left in peace.', () => {
  const ended = [...pairs(6, false, 'quiet'), ...pairs(2, false), ...pairs(9, true), ...pairs(1, true, 'quiet')]
  const [quiet] = ruleFigures(['quiet'], ended)
  assert.deepEqual(quiet?.sensitivity, { of: 8, hits: 6, perCent: 75, low: 41, high: 93 })
  assert.deepEqual(quiet?.specificity, { of: 10, hits: 9, perCent: 90, low: 60, high: 98 })
})

test('Fewer than five pairs are not told.', () => {
  const [few] = ruleFigures(['quiet'], [...pairs(4, false, 'quiet'), ...pairs(5, true)])
  assert.equal(few?.sensitivity, null)
  assert.equal(few?.specificity?.perCent, 100)
})

test('The interval of Wilson is that of the books: 10 of 20 lie between 29.9 and 70.1 per cent.', () => {
  const { low, high } = wilson(10, 20)
  assert.deepEqual([low.toFixed(3), high.toFixed(3)], ['0.299', '0.701'])
})

test('An interval holds its proportion, inside nought and one.', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
      fc.pre(hits + misses > 0)
      const { low, high } = wilson(hits, hits + misses)
      const p = hits / (hits + misses)
      return low >= 0 && high <= 1 && low <= p + 1e-9 && high >= p - 1e-9
    }),
  )
})
