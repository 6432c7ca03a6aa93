import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { callBacksIn } from './call-reads.ts'
import { givenCoaching, logged } from './coaching.testing.ts'
import { recordCall, recordConfirmation } from './record-confirmation.ts'

const house = await testHouse()
const { newId } = realHands

test('Fourteen days unconfirmed, a meeting is to be called back about, the oldest first; a call without an answer leaves it there.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const listed = () => house.database.read(given.coordinator, (db) => callBacksIn(db, given.bank.programme))
  house.setNow('2026-12-09T05:00:00Z')
  assert.deepEqual(await listed(), [])
  house.setNow('2026-12-09T07:00:00Z')
  assert.deepEqual(
    (await listed()).map(({ id, calls }) => [id, calls]),
    [[meeting, 0]],
  )
  await house.writeAs(given.coordinator, (tx) => recordCall(tx, { id: newId(), meeting, outcome: 'no-answer' }))
  assert.deepEqual(
    (await listed()).map(({ id, calls }) => [id, calls]),
    [[meeting, 1]],
  )
  const answer = { id: newId(), meeting, says: 'yes', minutes: null, how: 'call', reference: '' } as const
  await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, answer))
  assert.deepEqual(await listed(), [])
})

test('A client or a coach enters no call.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => recordCall(tx, { id: newId(), meeting, outcome: 'no-answer' })),
    { name: 'Missing' },
  )
})
