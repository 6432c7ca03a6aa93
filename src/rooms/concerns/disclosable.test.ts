import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { disclosureLimits, pagesOf } from './disclosable.ts'

test('Copies are paged whole, in their order, none left out; a page holds so many characters, or one copy.', () => {
  const copyOf = (length: number) => ({ text: 'x'.repeat(length) })
  const copies = fc.array(fc.nat(9_000).map(copyOf), { maxLength: disclosureLimits.itemsMax })
  const nothingThenMuch: [{ text: string }[], number] = [[copyOf(0), copyOf(9_000)], 0]
  fc.assert(
    fc.property(copies, fc.nat(4_000), (all, before) => {
      const pages = pagesOf(all, before)
      assert.deepEqual(pages.flat(), all)
      pages.forEach((page, at) => {
        const chars = page.reduce((sum, { text }) => sum + text.length, at === 0 ? before : 0)
        assert.ok(chars <= disclosureLimits.charsAPageMax || (page.length === 1 && (at > 0 || before === 0)))
      })
    }),
    { examples: [nothingThenMuch] },
  )
})
