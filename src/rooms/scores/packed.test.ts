import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentorIn, mentorsMax, packed, sortRows, worthIn, worthMax } from './packed.ts'

const pairs = fc.record({ worth: fc.integer({ min: 0, max: worthMax }), mentor: fc.integer({ min: 0, max: mentorsMax - 1 }) })

test('A pair is packed and read again; what is worth more stands first, and of equals the first mentor.', () => {
  fc.assert(
    fc.property(pairs, pairs, (a, b) => {
      const [one, other] = [packed(a.worth, a.mentor), packed(b.worth, b.mentor)]
      assert.deepEqual([worthIn(one), mentorIn(one)], [a.worth, a.mentor])
      assert.equal(one < other, b.worth < a.worth || (b.worth === a.worth && a.mentor < b.mentor))
    }),
  )
})

test('Rows long and short, in order of mentor or not, come out in order, each for itself.', () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: 150 }), fc.boolean(), fc.infiniteStream(fc.nat({ max: 5 })))
    .map(([count, isMixed, worths]) => {
      const stream = worths[Symbol.iterator]()
      const all = Array.from({ length: count }, (_, mentor) => packed(stream.next().value as number, mentor))
      return isMixed ? all.toReversed() : all
    })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const pair = Int32Array.from(rows.flat())
      const rowStart = Int32Array.from({ length: rows.length + 1 }, (_, at) => rows.slice(0, at).flat().length)
      sortRows({ n: rows.length, rowStart, pair })
      assert.deepEqual(
        Array.from(pair),
        rows.flatMap((one) => one.toSorted((a, b) => a - b)),
      )
    }),
  )
})
