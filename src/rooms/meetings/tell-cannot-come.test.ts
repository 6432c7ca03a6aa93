import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { answerMeeting } from './answer-meeting.ts'
import { givenMeeting, lettersTo, newId } from './meetings.testing.ts'
import { tellCannotCome } from './tell-cannot-come.ts'

const house = await testHouse()

test('The other is told, once, that one cannot come; of a yes nobody is told, nor of what was moved meanwhile.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  const id = await newId(house)
  await house.writeAs(mentor.scope, (tx) => answerMeeting(tx, { id, meeting, answer: 'declined' }))
  for (const answer of ['declined', 'declined', 'accepted']) {
    await house.write((tx) => tellCannotCome(tx, { subject: meeting, facts: { answer } }))
  }
  assert.deepEqual(
    (await lettersTo(house, meeting, 'meeting.cannot-come')).map(({ recipient }) => recipient),
    [mentee.id],
  )
})
