import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { givenMeeting, lettersTo, local } from './meetings.testing.ts'
import { moveMeeting } from './move-meeting.ts'
import { sayPlace } from './say-place.ts'
import { inviteBoth, tellCancelled } from './write-invitations.ts'

const house = await testHouse()

test('Both are invited, each in their own language and on their own clock; looked at twice, once.', async () => {
  const { meeting, mentee } = await givenMeeting(house)
  await house.write((tx) => tx.updateTable('people').set({ language: 'fa-AF', zone: 'Asia/Kabul' }).where('id', '=', mentee.id).execute())
  for (let times = 0; times < 2; times += 1) await house.write((tx) => inviteBoth(tx, { subject: meeting }))
  const letters = await lettersTo(house, meeting, 'meeting.invitation')
  assert.equal(letters.length, 2)
  const theirs = letters.find(({ recipient }) => recipient === mentee.id)
  assert.match(theirs?.title ?? '', /۱۴:۳۰/)
  assert.match(letters.find(({ recipient }) => recipient !== mentee.id)?.body ?? '', /Room 4/)
})

test('Each new time and each new place is a letter of its own; of what was cancelled both are told.', async () => {
  const { meeting, mentor } = await givenMeeting(house)
  const invite = () => house.write((tx) => inviteBoth(tx, { subject: meeting }))
  await invite()
  await house.writeAs(mentor.scope, (tx) =>
    moveMeeting(tx, { meeting, nth: 1, local: local('2026-11-26T10:00'), zone: 'UTC', minutes: 45 }),
  )
  await invite()
  await house.writeAs(mentor.scope, (tx) => sayPlace(tx, { meeting, place: 'Room 5' }))
  await invite()
  assert.equal((await lettersTo(house, meeting, 'meeting.invitation')).length, 6)
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  await house.write((tx) => tellCancelled(tx, { subject: meeting }))
  await invite()
  assert.equal((await lettersTo(house, meeting, 'meeting.cancelled')).length, 2)
  assert.equal((await lettersTo(house, meeting, 'meeting.invitation')).length, 6)
})
