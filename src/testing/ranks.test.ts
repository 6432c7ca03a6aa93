import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessedWords, ranksApart } from './ranks.ts'

test('Ranks stand apart by what a table of the test says, and not at all where the two are alike.', () => {
  assert.equal(ranksApart([1, 2, 3], [1, 2, 3]), 0)
  assert.equal(ranksApart([5, 5], [5, 5]), 0)
  // U = 0 of 25, mean 12.5, deviation √(25 · 11 ÷ 12).
  assert.equal(ranksApart([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]).toFixed(4), '2.6112')
  assert.equal(ranksApart([6, 7, 8, 9, 10], [1, 2, 3, 4, 5]).toFixed(4), '2.6112')
})

test('A guesser’s list is as long as asked, and no word comes twice.', () => {
  assert.equal(new Set(guessedWords(800)).size, 800)
})
