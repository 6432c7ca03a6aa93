import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchangeDifference, firstInFirstOut, type Received } from './first-in-first-out.ts'

const tranches: readonly Received[] = [
  { ledger: 28_360_000n, foreign: 400_000n },
  { ledger: 20_460_000n, foreign: 300_000n },
]

test('AFN 350,000 spent is USD 4,973.61 of the pilot’s two tranches, the first in spent first.', () => {
  const { spent, left, receipts } = firstInFirstOut(tranches, 35_000_000n)
  assert.deepEqual([spent, left], [497_361n, 202_639n])
  assert.deepEqual(receipts[0], { spent: 28_360_000n, foreignSpent: 400_000n, foreignLeft: 0n })
})

test('At every amount spent and left are all that came, and neither ever turns back.', () => {
  let before = -1n
  for (let spent = 0n; spent <= 48_820_000n; spent += 9_973n) {
    const theirs = firstInFirstOut(tranches, spent)
    assert.equal(theirs.spent + theirs.left, 700_000n)
    assert.ok(theirs.spent >= before)
    before = theirs.spent
  }
  assert.equal(firstInFirstOut(tranches, 48_820_000n).spent, 700_000n)
  assert.equal(firstInFirstOut(tranches, 99_000_000n).left, 0n)
  assert.deepEqual(firstInFirstOut([], 5n), { spent: 0n, left: 0n, receipts: [] })
})

test('A number that no float holds is exact.', () => {
  const [receipt] = firstInFirstOut([{ ledger: 9_007_199_254_740_993n, foreign: 9_007_199_254_740_993n }], 9_007_199_254_740_992n).receipts
  assert.deepEqual(receipt, { spent: 9_007_199_254_740_992n, foreignSpent: 9_007_199_254_740_992n, foreignLeft: 1n })
})

test('The second tranche came at a lower rate: AFN 8,100 less than at the first.', () => {
  assert.equal(exchangeDifference(tranches), -810_000n)
  assert.equal(exchangeDifference(tranches.slice(0, 1)), 0n)
  assert.equal(exchangeDifference([]), 0n)
})
