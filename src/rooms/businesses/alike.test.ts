import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceKey, nameKey, phoneKey } from './alike.ts'

test('A telephone is one number in any digits, with or without the code of its country.', () => {
  for (const typed of ['+93 700 123 456', '0093-700123456', '0700123456', '۰۷۰۰ ۱۲۳ ۴۵۶']) assert.equal(phoneKey(typed), '700123456')
  assert.equal(phoneKey('none'), null)
  assert.equal(phoneKey(null), null)
})

test('A licence and a name are the same however they are written.', () => {
  assert.equal(licenceKey('L-9 / ۱۴۰۴'), licenceKey('l9/1404'))
  assert.equal(licenceKey(' - '), null)
  assert.equal(nameKey('نانوايي كابل'), nameKey('نانوایی  کابل'))
})
