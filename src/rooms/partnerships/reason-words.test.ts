import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { clausesToKeep, sayClauses } from './reason-words.ts'

const english = sayTo(unknownReader)
const dari = sayTo({ language: 'fa-AF', calendar: 'persian', zone: 'Asia/Kabul' })
const languages = { key: 'reason.languages', facts: { languages: ['fr', 'Hazaragi'] } }

test('What people told of themselves in private, and whether a wish about it was met, is never kept with the pair.', () => {
  const reasons = [
    { key: 'reason.attribute.alike', facts: {}, criterion: 'ethnicity' },
    { key: 'reason.wishes', facts: {} },
    { ...languages, criterion: 'languages', points: 900 },
    'nonsense',
    { key: '__proto__', facts: {} },
  ]
  assert.deepEqual(clausesToKeep(reasons), [languages])
})

test('The reasons are one sentence, in the words of the reader; a language without a code stays as it was written.', () => {
  const field = { key: 'reason.field.alike', facts: { field: 'finance' } }
  assert.equal(sayClauses(english, [field, languages]), 'Both are in finance; they share French and Hazaragi.')
  assert.match(sayClauses(dari, [languages]), /فرانسوی/)
  assert.equal(sayClauses(english, []), '')
  assert.equal(sayClauses(english, [{ key: 'reason.unheard-of', facts: {} }]), '')
})
