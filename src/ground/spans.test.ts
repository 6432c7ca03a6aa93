import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeSpans, type Span, spansOfBoth, spansWithout } from './spans.ts'

const longest = 40
const spans = fc
  .array(fc.tuple(fc.nat(longest), fc.nat(8)), { maxLength: 8 })
  .map((all) => all.map(([from, length]): Span => ({ from, until: from + length })))
const holds = (some: readonly Span[], at: number) => some.some(({ from, until }) => from <= at && at < until)
const moments = Array.from({ length: longest + 10 }, (_none, at) => at)

test('Spans are merged, shared and taken away as the moments in them are; what comes out is in order and apart.', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [mergeSpans(some), mergeSpans(others)]
      const [both, left] = [spansOfBoth(one, other), spansWithout(one, other)]
      for (const at of moments) {
        assert.equal(holds(one, at), holds(some, at))
        assert.equal(holds(both, at), holds(some, at) && holds(others, at))
        assert.equal(holds(left, at), holds(some, at) && !holds(others, at))
      }
      for (const made of [one, both, left]) {
        made.forEach(({ from, until }, nth) => {
          assert.ok(from < until && (made[nth - 1]?.until ?? -1) < from)
        })
      }
    }),
  )
})
