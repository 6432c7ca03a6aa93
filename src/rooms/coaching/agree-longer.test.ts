import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { refused, standing } from '#hours/hours.testing'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { agreeLonger } from './agree-longer.ts'
import { afterwards, booked, givenCoaching, logOf } from './coaching.testing.ts'
import { logCoaching } from './log-coaching.ts'
import { insertLonger } from './longer-writes.ts'

const house = await testHouse()
const { newId } = realHands
const early = () => house.setNow('2026-11-23T08:00:00Z')
const agreed = (as: Scope, meeting: string, minutes: number, id = newId()) =>
  house.writeAs(as, (tx) => agreeLonger(tx, { id, meeting, minutes }))

test('What the client agreed to before it began is paid up to there, reserved as it is logged; beyond it nothing is (7.7.8).', async () => {
  early()
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  const id = newId()
  for (const _ of [1, 2]) await agreed(given.owner.scope, meeting, 90, id)
  afterwards(house)
  const log = (minutes: number) => house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes })))
  await assert.rejects(log(105), refused('coaching.tooLong', { max: 90, planned: 60 }))
  await log(90)
  assert.equal((await standing(house, given))['reserved nordlys'], '1260')
})

test('Its coach agrees to nothing in the client’s stead, as a coordinator either; nor anybody once it has begun, or to less than is planned.', async () => {
  early()
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  for (const scope of [given.coach.scope, coordinating(given.coach, given.programme.id)]) {
    await assert.rejects(agreed(scope, meeting, 90), refused('coaching.ownClient'))
    await assert.rejects(
      house.writeAs(scope, (tx) => insertLonger(tx, { id: newId(), meeting, minutes: 90 })),
      /row-level security/,
    )
  }
  await assert.rejects(agreed(given.owner.scope, meeting, 45), refused('coaching.shorter', { planned: 60 }))
  await agreed(given.coordinator, meeting, 120)
  afterwards(house)
  await assert.rejects(agreed(given.owner.scope, meeting, 150), refused('coaching.longerBefore'))
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => insertLonger(tx, { id: newId(), meeting, minutes: 150 })),
    /row-level security/,
  )
})
