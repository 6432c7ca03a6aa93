import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Values } from '#ground/form'
import { discloseForm } from './disclose.form.ts'
import { newId, newSecret } from './records.testing.ts'

const sent = (values: Values = {}): Values => ({
  ...{ partnership: newId(), id: newId(), reference: newSecret(), items: 'goal:x', words: 'Words', severity: 'serious' },
  ...values,
})

/** The slips by field; none where the form is taken. */
function slipsOf(values: Values): Record<string, string> {
  const read = discloseForm(values)
  return 'slips' in read ? Object.fromEntries(read.slips.map(({ field, key }) => [field, key])) : {}
}

test('A new concern needs words and how urgent it is; one raised before has both; something is ticked in either.', () => {
  assert.deepEqual(slipsOf(sent()), {})
  assert.deepEqual(slipsOf(sent({ words: ' ', severity: '' })), { words: 'slip.concern.what', severity: 'slip.concern.severity' })
  assert.deepEqual(slipsOf(sent({ concern: newId(), words: '', severity: '' })), {})
  const { items: _ticked, ...none } = sent({ concern: newId() })
  assert.deepEqual(slipsOf(none), { items: 'slip.disclose.items' })
})

test('An officer is kept out of a new concern, and never silently not out of an earlier one.', () => {
  assert.deepEqual(slipsOf(sent({ asides: newId() })), {})
  assert.deepEqual(slipsOf(sent({ concern: newId(), asides: newId() })), { asides: 'slip.disclose.asides' })
})

test('A text over its limit is named with it.', () => {
  assert.deepEqual(slipsOf(sent({ words: 'x'.repeat(4_001) })), { words: 'slip.too-long' })
})
