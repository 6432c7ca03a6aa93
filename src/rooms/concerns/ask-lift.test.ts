import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { askLift } from './ask-lift.ts'
import { givenHeld, givenSafe } from './concerns.testing.ts'
import { confirmLift } from './confirm-lift.ts'
import { holdPair } from './hold-pair.ts'

const house = await testHouse()
const { newId } = realHands

test('Who may not answer the concern asks nothing and confirms nothing.', async () => {
  const safe = await givenSafe(house)
  const { concern, hold } = await givenHeld(house, safe)
  for (const scope of [safe.mentee.scope, safe.coordinator, safe.administrator.scope]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => askLift(tx, { hold })),
      Missing,
    )
    await assert.rejects(
      house.writeAs(scope, (tx) => confirmLift(tx, { hold })),
      Missing,
    )
    await assert.rejects(
      house.writeAs(scope, (tx) => holdPair(tx, { concern, id: newId(), partnership: safe.id })),
      Missing,
    )
  }
})
