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
  assert.match(theirs?.calendar ?? '', /SUMMARY:ملاقات/)
})

test('Where they meet stands in no letter and in no calendar; the way to the page does.', async () => {
  const { meeting } = await givenMeeting(house)
  await house.write((tx) => inviteBoth(tx, { subject: meeting }))
  const letters = await lettersTo(house, meeting, 'meeting.invitation')
  for (const { body, calendar, address } of letters) {
    assert.doesNotMatch(body, /Room 4/)
    const lines = calendar?.replaceAll('\r\n ', '').split('\r\n') ?? []
    assert.ok(lines.includes(`UID:${meeting}@lampline`))
    assert.ok(!lines.some((line) => line.startsWith('LOCATION') || line.includes('Room 4')))
    assert.ok(lines.some((line) => line.startsWith('ATTENDEE') && line.endsWith(`mailto:${address}`)))
    const others = letters.filter((other) => other.address !== address)
    assert.ok(others.length === 1 && !lines.join().includes(others[0]?.address ?? ''), 'the partner’s address is not in it')
  }
})

test('A calendar is told of each change under the same name with a higher number, and of the cancellation with the highest.', async () => {
  const { meeting, mentor } = await givenMeeting(house)
  const invite = () => house.write((tx) => inviteBoth(tx, { subject: meeting }))
  await invite()
  await house.writeAs(mentor.scope, (tx) => sayPlace(tx, { meeting, place: 'Room 5' }))
  await invite()
  await house.writeAs(mentor.scope, (tx) =>
    moveMeeting(tx, { meeting, nth: 1, local: local('2026-11-26T10:00'), zone: 'UTC', minutes: 45 }),
  )
  await invite()
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  await house.write((tx) => tellCancelled(tx, { subject: meeting }))
  const invited = await lettersTo(house, meeting, 'meeting.invitation')
  const cancelled = await lettersTo(house, meeting, 'meeting.cancelled')
  const sent = [...invited, ...cancelled].filter(({ recipient }) => recipient === mentor.id).map(({ calendar }) => calendar ?? '')
  assert.deepEqual(
    sent.map((text) => [/^SEQUENCE:(.*)\r$/m.exec(text)?.[1], /^METHOD:(.*)\r$/m.exec(text)?.[1]]),
    [
      ['1001', 'REQUEST'],
      ['1002', 'REQUEST'],
      ['2002', 'REQUEST'],
      ['2999', 'CANCEL'],
    ],
  )
  assert.equal(new Set(sent.map((text) => /^UID:(.*)\r$/m.exec(text)?.[1])).size, 1)
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
