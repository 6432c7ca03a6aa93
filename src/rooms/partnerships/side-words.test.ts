import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { pathwayOfKey } from '#programmes/pathways'
import { sideWords } from './side-words.ts'

const said = (kind: string, side: 'mentor' | 'mentee', language: 'en' | 'fa-AF' = 'en') => {
  const say = sayTo({ ...unknownReader, language })
  const pathway = pathwayOfKey(kind) ?? assert.fail(kind)
  return say('mail.partnership.proposed.title', { name: 'Amina', ...sideWords(say, pathway, side) })
}

test('Each kind of programme calls the two sides as its pathway does.', () => {
  assert.equal(said('mentoring', 'mentor'), 'Will you mentor Amina?')
  assert.equal(said('mentoring', 'mentee'), 'Would you like Amina as your mentor?')
  assert.equal(said('peer-mentoring', 'mentor'), 'Would you like Amina as your peer?')
  assert.equal(said('business-coaching', 'mentor'), 'Would you like Amina as your client?')
  assert.match(said('business-coaching', 'mentee', 'fa-AF'), /Amina کوچ شما/)
})
