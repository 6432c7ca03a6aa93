import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { givenCoaching, logged, logOf, meetingAt } from './coaching.testing.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { logCoaching } from './log-coaching.ts'

const house = await testHouse()
const { newId } = realHands

test('Confirmed and logged anew at the same moment, a meeting is paid once or stays open, never both.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const deeds = [1, 2, 3, 4, 5, 6, 7, 8].map((nth) =>
    nth % 2 === 0
      ? house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says: 'yes', minutes: null }))
      : house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes: 60 - nth }))),
  )
  await Promise.allSettled(deeds)
  const { spend, log, confirmation } = await meetingAt(house, meeting)
  assert.equal(spend === null, confirmation?.version !== log?.version)
  assert.ok([undefined, '-1200', '-900'].includes((await standing(house, given)).payable))
})

test('A meeting of others is not there to be held.', async () => {
  const [given, other] = [await givenCoaching(house), await givenCoaching(house)]
  const meeting = await logged(house, given)
  await assert.rejects(
    house.writeAs(other.coach.scope, (tx) => heldMeeting(tx, meeting)),
    { name: 'Missing' },
  )
})
