import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { givenMeeting, lettersTo, meetingOf } from './meetings.testing.ts'
import { writeToldLetter } from './write-told-letter.ts'

const house = await testHouse()

test('The letter asks whether they met, on the reader’s own day, and opens the page with the buttons.', async () => {
  const { meeting, mentee } = await givenMeeting(house)
  const found = (await meetingOf(house, meeting)) ?? assert.fail()
  await house.write((tx) => writeToldLetter(tx, found, mentee.id, 1))
  const [letter] = await lettersTo(house, meeting, 'meeting.met')
  assert.match(letter?.title ?? '', /meet on Wednesday 25 November\?/)
  assert.match(letter?.body ?? '', new RegExp(`/meetings/${meeting}$`))
})
