import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundIn } from './canary.ts'

const secret = 'راز-canary-17'

test('A text is found as it is, in UTF-16 either way, in URLs, as hex, and in base64 wherever it begins.', () => {
  const utf16 = Buffer.from(`--${secret}--`, 'utf16le')
  const disguised = [
    Buffer.from(`before ${secret} after`),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(`/search?q=${encodeURIComponent(secret)}`),
    Buffer.from(Buffer.from(secret).toString('hex')),
    ...['', 'a', 'ab', 'abc'].map((lead) => Buffer.from(Buffer.from(`${lead}${secret} and more`).toString('base64'))),
  ]
  for (const bytes of disguised) assert.deepEqual(foundIn(bytes, ['absent', secret]), [secret], bytes.toString('latin1'))
})

test('What is not there is not found.', () => {
  assert.deepEqual(foundIn(Buffer.from('a quiet day'), [secret]), [])
})
