import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { payCoaching } from './pay-coaching.ts'

const house = await testHouse()

test('A meeting is paid once, and never without a confirmation: the database has the last word.', async () => {
  const given = await givenCoaching(house)
  const meeting = await meetingAt(house, await logged(house, given))
  await assert.rejects(
    house.write((tx) => payCoaching(tx, meeting, 60)),
    /silence never confirms/,
  )
  assert.equal((await standing(house, given)).payable, undefined)
  const row = { id: meeting.id, meeting: meeting.id, version: 1, says: 'yes', how: 'call', at: house.now() }
  await house.write((tx) => tx.insertInto('coachingConfirmations').values(row).execute())
  await house.write((tx) => payCoaching(tx, meeting, 60))
  await assert.rejects(
    house.write((tx) => payCoaching(tx, meeting, 60)),
    refused('hours.resolved'),
  )
  assert.equal((await standing(house, given)).payable, '-1200')
})
