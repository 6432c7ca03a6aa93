import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { answerMeeting } from './answer-meeting.ts'
import { givenMeeting, local, newId, standing } from './meetings.testing.ts'
import { moveMeeting } from './move-meeting.ts'

const house = await testHouse()
const answer = async (scope: Parameters<typeof house.writeAs>[0], meeting: string, said: 'accepted' | 'declined') => {
  const id = await newId(house)
  return house.writeAs(scope, (tx) => answerMeeting(tx, { id, meeting, answer: said }))
}

test('Who cannot come has the meeting ask to be moved; who can after all has it stand again.', async () => {
  const { meeting, mentor } = await givenMeeting(house)
  await answer(mentor.scope, meeting, 'declined')
  await answer(mentor.scope, meeting, 'declined')
  assert.equal(await standing(house, meeting), 'ask-to-move')
  assert.equal((await house.news('meeting.answered')).filter(({ subject }) => subject === meeting).length, 1)
  house.setNow('2026-11-23T09:00:00Z')
  await answer(mentor.scope, meeting, 'accepted')
  assert.equal(await standing(house, meeting), 'planned')
})

test('An answer is to a time: at another time the meeting stands until somebody says otherwise.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  await answer(mentor.scope, meeting, 'declined')
  await house.writeAs(mentee.scope, (tx) =>
    moveMeeting(tx, { meeting, nth: 1, local: local('2026-11-27T10:00'), zone: 'UTC', minutes: 45 }),
  )
  assert.equal(await standing(house, meeting), 'planned')
})
