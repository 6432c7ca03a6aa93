import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initials, Person } from './name.tsx'

test('Initials are the first letters of the first and last word, and never read as a word.', () => {
  assert.equal(initials('Amina Rahimi'), 'A\u200cR')
  assert.equal(initials('mohammad nabi khan'), 'M\u200cK')
  assert.equal(initials('Farid'), 'F')
  assert.equal(initials('آمنه رحیمی'), 'آ\u200cر')
  assert.equal(initials("  'Ana  (PhD) "), 'A\u200cP')
  assert.equal(initials('123'), '·')
  assert.equal(initials(''), '·')
})

test('A name is shown as it was typed, apart from the text around it.', () => {
  const drawn = String(<Person name={'<b>"Farid"</b> \u202e'} detail="Finance & law" />)
  assert.match(drawn, /<bdi>&lt;b&gt;&quot;Farid&quot;&lt;\/b&gt; \u202e<\/bdi>/)
  assert.match(drawn, /<bdi>Finance &amp; law<\/bdi>/)
})
