import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountText, currencies, minorDigitsOf, readAmount } from './amount.ts'

/** Newer than a runtime's own list may be. */
const recent = ['XCG', 'VED', 'SLE', 'ZWG']

test('An amount is read in any digits, with the marks that people put between them, as whole minor units.', () => {
  const typed = ['1234.5', '1,234.50', '۱٬۲۳۴٫۵', '١٢٣٤٫٥٠', '1 234,50', "1'234.50", '1.234,5', ' \u200e1234.50\u200f ']
  for (const text of typed) assert.equal(readAmount(text, 2), 123_450n, text)
  assert.equal(readAmount('1,200', 2), 120_000n)
  assert.equal(readAmount('1234', 0), 1_234n)
  assert.equal(readAmount('1.234', 3), 'slip.amount.either')
})

test('A number that no float holds comes through to the last digit.', () => {
  assert.equal(readAmount('90071992547409.93', 2), 9_007_199_254_740_993n)
  assert.equal(amountText(9_007_199_254_740_993n, 2), '90071992547409.93')
})

test('What is no amount is said to be so, each in its own way.', () => {
  const wrong = {
    '': 'missing',
    '-5': 'negative',
    '−5': 'negative',
    '1.234567': 'too-fine',
    '1.200': 'either',
    '12.345.6': 'unreadable',
    '1e5': 'unreadable',
    five: 'unreadable',
    '0x10': 'unreadable',
    '1..5': 'unreadable',
    '99999999999999999': 'too-large',
  }
  for (const [text, slip] of Object.entries(wrong)) assert.equal(readAmount(text, 2), `slip.amount.${slip}`, text)
  assert.equal(readAmount('1.5', 0), 'slip.amount.too-fine')
})

test('An amount is written with all the digits of its currency.', () => {
  assert.deepEqual([amountText(5n, 2), amountText(-1_205n, 2), amountText(7n, 0), amountText(1n, 3)], ['0.05', '-12.05', '7', '0.001'])
})

test('The afghani has its two digits by ISO 4217, whatever a runtime says.', () => {
  assert.deepEqual([minorDigitsOf('AFN'), minorDigitsOf('JPY'), minorDigitsOf('KWD'), minorDigitsOf('XXX')], [2, 0, 3, undefined])
})

test('No currency of our table is unknown elsewhere, but for the newest.', () => {
  const others = ['IRR', 'NOK', 'PKR', 'XCG'].map((code) => [code, minorDigitsOf(code)])
  assert.deepEqual(others, [
    ['IRR', 2],
    ['NOK', 2],
    ['PKR', 2],
    ['XCG', 2],
  ])
  const inUse = new Set(Intl.supportedValuesOf('currency'))
  const unknown = [...currencies.keys()].filter((code) => !inUse.has(code))
  assert.deepEqual(
    unknown.filter((code) => !recent.includes(code)),
    [],
  )
})
