import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { liftHold } from '#partnerships/lift-hold'
import { holdsOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { givenHeld, givenSafe } from './concerns.testing.ts'
import { holdPair } from './hold-pair.ts'

const house = await testHouse()
const { newId } = realHands

test('A hold twice is one hold; an officer lifts it by no other way than two officers.', async () => {
  const safe = await givenSafe(house)
  const { concern } = await givenHeld(house, safe)
  const again = { concern, id: newId(), partnership: safe.id }
  await Promise.all([safe.officer, safe.second].map(({ scope }) => house.writeAs(scope, (tx) => holdPair(tx, again))))
  const holds = await house.read((db) => holdsOf(db, safe.id))
  assert.equal(holds.length, 1)
  const alone = { partnership: safe.id, hold: holds[0]?.id ?? '' }
  await assert.rejects(
    house.writeAs(safe.officer.scope, (tx) => liftHold(tx, alone)),
    Missing,
  )
})
