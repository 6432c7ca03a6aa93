import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { amendCoaching } from './amend-coaching.ts'
import { type GivenCoaching, givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'

const house = await testHouse()
const { newId } = realHands

async function givenPaid(given: GivenCoaching) {
  const meeting = await logged(house, given)
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says: 'yes', minutes: null }))
  return meeting
}
const amended = (meeting: string, minutes: number) => ({ id: newId(), meeting, minutes, reason: 'The watch was wrong' })

test('What was confirmed is reversed by its own lines and spent anew, shorter or longer, with the reason in the journal.', async () => {
  const given = await givenCoaching(house)
  const meeting = await givenPaid(given)
  const shorter = amended(meeting, 45)
  for (const _ of [1, 2]) await house.writeAs(given.coordinator, (tx) => amendCoaching(tx, shorter))
  let after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after.payable, after.used, after.allotted], ['630', '-900', '45', '1155'])
  await house.writeAs(given.coordinator, (tx) => amendCoaching(tx, amended(meeting, 75)))
  after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after.payable, after.used, after.held], ['1050', '-1500', '75', undefined])
  assert.equal((await meetingAt(house, meeting)).spend?.minutes, 75)
})

test('Amended to nothing, all goes back, and it is over.', async () => {
  const given = await givenCoaching(house)
  const meeting = await givenPaid(given)
  await house.writeAs(given.coordinator, (tx) => amendCoaching(tx, amended(meeting, 0)))
  const after = await standing(house, given)
  assert.deepEqual([after.payable, after.used, after.held, after.allotted], [undefined, undefined, undefined, '1200'])
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'reversed')
})

test('Only a coordinator who does not coach it amends, only what was paid, and not beyond what the bank allows.', async () => {
  const given = await givenCoaching(house)
  const meeting = await givenPaid(given)
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => amendCoaching(tx, amended(meeting, 75))),
    refused('coaching.ownClient'),
  )
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => amendCoaching(tx, amended(meeting, 0))),
    { name: 'Missing' },
  )
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => amendCoaching(tx, amended(meeting, 120))),
    refused('coaching.tooLong'),
  )
  const open = await logged(house, given)
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => amendCoaching(tx, amended(open, 30))),
    refused('coaching.notPaid'),
  )
})
