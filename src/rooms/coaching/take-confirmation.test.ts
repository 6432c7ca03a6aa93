import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { givenCoaching, logged, logOf, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { logCoaching } from './log-coaching.ts'

const house = await testHouse()
const { newId } = realHands

test('The very length of the coach is a yes; another needs its minutes; what is settled stays, and a new log asks anew.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const answer = (says: 'yes' | 'no' | 'other', minutes: number | null = null) =>
    house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says, minutes }))
  await assert.rejects(answer('other'), refused('coaching.length'))
  await answer('other', 60)
  assert.equal((await meetingAt(house, meeting)).spend?.minutes, 60)
  await assert.rejects(answer('no'), refused('coaching.settled'))
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes: 30 }))),
    refused('coaching.over'),
  )
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'clientConfirmed')
})
