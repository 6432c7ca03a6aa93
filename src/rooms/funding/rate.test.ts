import assert from 'node:assert/strict'
import { test } from 'node:test'
import { converted, par, rateText, readRate } from './rate.ts'

const afghani = { minorDigits: 2, quantum: 100n }
const rate = (text: string) => {
  const read = readRate(text)
  return typeof read === 'string' ? assert.fail(read) : read
}

test('The pilot’s two tranches come to 283,600 and 204,600 afghani.', () => {
  assert.equal(converted(400_000n, 2, rate('70.90'), afghani), 28_360_000n)
  assert.equal(converted(300_000n, 2, rate('68.20'), afghani), 20_460_000n)
})

test('A rate is read in any digits and written as it was, up to ten digits after the point.', () => {
  for (const text of ['70.90', '۷۰٫۹۰', '٧٠٫٩٠', ' 70,90 ', '\u206670.90\u2069']) assert.equal(rateText(rate(text)), '70.90', text)
  assert.equal(rateText(rate('0.0000000001')), '0.0000000001')
  assert.equal(rateText(rate('42000')), '42000')
})

test('What is no rate is said to be so, each in its own way.', () => {
  const wrong = { '': 'missing', ' ': 'missing', '0': 'nothing', '0.00': 'nothing', '1.00000000001': 'fine', '-70': 'unreadable' }
  const more = { '7e1': 'unreadable', seventy: 'unreadable', '70.9.0': 'unreadable', '.5': 'unreadable', '1234567890': 'unreadable' }
  for (const [text, slip] of Object.entries({ ...wrong, ...more })) assert.equal(readRate(text), `slip.rate.${slip}`, text)
})

test('It is rounded half up to the quantum, and exact at any size.', () => {
  assert.equal(converted(100n, 2, rate('0.5'), afghani), 100n)
  assert.equal(converted(100n, 2, rate('0.4999999999'), afghani), 0n)
  assert.equal(converted(1n, 0, rate('0.47'), { minorDigits: 2, quantum: 1n }), 47n)
  assert.equal(converted(1_000n, 3, rate('233.335'), { minorDigits: 2, quantum: 1n }), 23_334n)
  assert.equal(converted(9_007_199_254_740_993n, 2, par, { minorDigits: 2, quantum: 1n }), 9_007_199_254_740_993n)
})
