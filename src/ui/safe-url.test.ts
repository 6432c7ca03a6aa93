import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeUrl } from './safe-url.ts'

test('A typed URL becomes a link only where following it is safe.', () => {
  assert.equal(safeUrl(' https://example.org/a b '), 'https://example.org/a%20b')
  assert.equal(safeUrl('mailto:amina@example.org'), 'mailto:amina@example.org')
  assert.equal(safeUrl('tel:+93700000000'), 'tel:+93700000000')
  const refused = ['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc']
  for (const text of [...refused, '//example.org', 'example.org', '', null, undefined]) assert.equal(safeUrl(text), null, String(text))
})
