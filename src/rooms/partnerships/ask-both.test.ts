import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { askBoth } from './ask-both.ts'
import { endPartnership } from './end-partnership.ts'
import { givenPair, lettersAbout } from './pairs.testing.ts'

const house = await testHouse()
const dari = { language: 'fa-AF', calendar: 'persian' }

test('Each is asked once, in their own language and calendar; the link is the last line.', async () => {
  const english = { fullName: 'Giulia Rossi', unit: 'Finance' }
  const { id, mentor, mentee } = await givenPair(house, { mentor: english, mentee: { fullName: 'زهرا', ...dari } })
  for (const _twice of [1, 2]) await house.write((tx) => askBoth(tx, { subject: id }))
  const letters = await lettersAbout(house, id)
  assert.equal(letters.length, 2)
  const toMentor = letters.find(({ recipient }) => recipient === mentor.id)
  const toMentee = letters.find(({ recipient }) => recipient === mentee.id)
  assert.equal(toMentor?.title, 'Will you mentor \u2068زهرا\u2069?')
  assert.match(toMentor?.body ?? '', /Why you two: They share French\.\n\nPlease say yes or no by Friday 27 November 2026\./)
  assert.equal(toMentee?.language, 'fa-AF')
  assert.match(toMentee?.body ?? '', /۷ قوس ۱۴۰۵/, 'the last whole day in Kabul')
  for (const letter of letters) {
    assert.equal(letter.body.split('\n').at(-1), `/partnerships/${id}`)
    assert.doesNotMatch(letter.body, /background|پیشینه|@example/)
  }
})

test('Who has no e-mail gets no letter, and nobody is asked about what is over.', async () => {
  const { id, mentor } = await givenPair(house, { mentee: { email: null } })
  await house.write((tx) => askBoth(tx, { subject: id }))
  assert.deepEqual(
    (await lettersAbout(house, id)).map(({ recipient }) => recipient),
    [mentor.id],
  )
  const over = await givenPair(house)
  await house.write((tx) => endPartnership(tx, { partnership: over.id, reason: 'withdrawn' }))
  await house.write((tx) => askBoth(tx, { subject: over.id }))
  assert.equal((await lettersAbout(house, over.id)).length, 0)
})
