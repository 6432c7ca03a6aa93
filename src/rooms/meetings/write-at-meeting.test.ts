import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messagesAt } from '#notebook/message-reads'
import { findDraft } from '#notebook/reads'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { givenMeeting, newId } from './meetings.testing.ts'
import { keepMessage, writeAtMeeting } from './write-at-meeting.ts'

const house = await testHouse()

test('The two write at a meeting of theirs, also at one that was cancelled; to anybody else it is not there.', async () => {
  const { meeting, mentor, mentee, programme } = await givenMeeting(house)
  const other = await givenMeeting(house)
  const says = async (scope: typeof mentor.scope, text: string) => {
    const id = await newId(house)
    return house.writeAs(scope, (tx) => writeAtMeeting(tx, { id, meeting, text }))
  }
  await says(mentor.scope, 'Shall I bring the plan?')
  await house.writeAs(mentee.scope, (tx) => cancelMeeting(tx, { meeting }))
  await says(mentee.scope, 'I am ill, sorry')
  for (const scope of [other.mentor.scope, programme.coordinator]) assert.equal(await refusedWith(says(scope, 'Hm')), 'Missing')
  const texts = await house.database.read(mentor.scope, async (db) => (await messagesAt(db, meeting)).map(({ text }) => text))
  assert.deepEqual(texts, ['Shall I bring the plan?', 'I am ill, sorry'])
})

test('What is half typed at a meeting is kept as a draft, until it is sent.', async () => {
  const { meeting, mentor } = await givenMeeting(house)
  const draft = () => house.database.read(mentor.scope, (db) => findDraft(db, { kind: 'message', item: meeting }))
  await house.writeAs(mentor.scope, (tx) => keepMessage(tx, { meeting, text: 'Half' }))
  assert.equal((await draft())?.text, 'Half')
  const id = await newId(house)
  await house.writeAs(mentor.scope, (tx) => writeAtMeeting(tx, { id, meeting, text: 'Half and whole' }))
  assert.equal(await draft(), undefined)
})
