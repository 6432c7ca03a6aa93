import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { decideLength } from './decide-length.ts'

const house = await testHouse()
const { newId } = realHands

async function givenDispute() {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const answer = { id: newId(), meeting, says: 'other', minutes: 30 } as const
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, answer))
  return { ...given, meeting }
}
const decided = (meeting: string, minutes: number) => ({ id: newId(), meeting, minutes, reason: 'Both were heard' })

test('The coordinator decides how long it was, and so long is paid for, once.', async () => {
  const given = await givenDispute()
  for (const _ of [1, 2]) await house.writeAs(given.coordinator, (tx) => decideLength(tx, decided(given.meeting, 45)))
  const after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after.payable, after.used], ['630', '-900', '45'])
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => decideLength(tx, decided(given.meeting, 60))),
    refused('coaching.settled'),
  )
})

test('For no minutes nothing is paid, and everybody has their part back.', async () => {
  const given = await givenDispute()
  await house.writeAs(given.coordinator, (tx) => decideLength(tx, decided(given.meeting, 0)))
  const after = await standing(house, given)
  assert.deepEqual([after.payable, after.held, after.allotted], [undefined, undefined, '1200'])
  assert.equal(stateOf(await meetingAt(house, given.meeting), house.now()), 'reversed')
})

test('Neither coach nor client decides, nor a coordinator who is the coach; not more than was booked, and only what is disputed.', async () => {
  const given = await givenDispute()
  const decide = (scope: typeof given.coordinator, minutes = 45) =>
    house.writeAs(scope, (tx) => decideLength(tx, decided(given.meeting, minutes)))
  await assert.rejects(decide(given.owner.scope), { name: 'Missing' })
  for (const scope of [given.coach.scope, coordinating(given.coach, given.bank.programme)]) {
    await assert.rejects(decide(scope), refused('coaching.ownClient'))
  }
  await assert.rejects(decide(given.coordinator, 75), refused('coaching.moreThanBooked', { max: 60 }))
  const other = await logged(house, await givenCoaching(house))
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => decideLength(tx, decided(other, 45))),
    { name: 'Missing' },
  )
})
