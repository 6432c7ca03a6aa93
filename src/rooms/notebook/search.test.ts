import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limits } from './note.ts'
import { firstWords, holdsAll, pieceWith, wordsIn } from './search.ts'

test('Words are found whatever their case, their marks, and the way their letters are typed.', () => {
  const found = (text: string, query: string) => holdsAll(text, wordsIn(query))
  assert.ok(found('We spoke of PRICES and Café', 'cafe price'))
  assert.ok(found('می‌خواهم کتابچه را بیاورم', 'ميخواهم كتابچه'))
  assert.ok(found('ساعت ۱۲:۳۰', '12:30'))
  assert.ok(!found('We spoke of prices', 'price market'), 'every word is asked for')
})

test('A hit shows the piece of the text in which the word stands, in one line.', () => {
  const text = `${'Long before. '.repeat(30)}\n\nThen the BAZAAR opened. ${'Long after. '.repeat(30)}`
  assert.match(pieceWith(text, wordsIn('bazaar')), /^… .*BAZAAR opened.*…$/)
  assert.equal(pieceWith('short', wordsIn('bazaar')), 'short')
  assert.equal(firstWords('  One\n two '), 'One two')
})

test('Pieces keep their length, whatever was typed, and split no character.', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 400 })
  fc.assert(
    fc.property(typed, (text) => {
      const first = firstWords(text)
      assert.ok(first.length <= limits.firstWordsCharsMax + 2 && first.isWellFormed())
    }),
  )
  assert.ok(firstWords('👩‍👩‍👧'.repeat(100)).length <= limits.firstWordsCharsMax + 2)
})

test('A query is a few words at most.', () => {
  assert.equal(wordsIn('a '.repeat(500)).length, limits.queryWordsMax)
  assert.deepEqual(wordsIn(' \u200c '), [])
})
