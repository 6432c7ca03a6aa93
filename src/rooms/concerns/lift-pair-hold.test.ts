import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { findPartnership } from '#partnerships/reads'
import { holdsOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { askLift } from './ask-lift.ts'
import { givenHeld, givenSafe, heeded, raised, telling } from './concerns.testing.ts'
import { confirmLift } from './confirm-lift.ts'
import { holdPair } from './hold-pair.ts'
import { liftPairHold } from './lift-pair-hold.ts'
import { placePairHold } from './place-pair-hold.ts'

const house = await testHouse()

test('Lifted and held anew, a partnership has one hold in force.', async () => {
  const safe = await givenSafe(house)
  const { concern, hold } = await givenHeld(house, safe)
  await house.writeAs(safe.second.scope, (tx) => askLift(tx, { hold }))
  await house.writeAs(safe.officer.scope, (tx) => confirmLift(tx, { hold }))
  await heeded(house, 'concern.lifted', liftPairHold)
  assert.deepEqual(await house.read((db) => holdsOf(db, safe.id)), [])
  await house.writeAs(safe.second.scope, (tx) => holdPair(tx, { concern, id: tx.newId(), partnership: safe.id }))
  await heeded(house, 'concern.held', placePairHold)
  assert.equal((await house.read((db) => holdsOf(db, safe.id))).length, 1)
})

test('A partnership that ended meanwhile is neither held nor let go, and nothing fails.', async () => {
  const safe = await givenSafe(house)
  const { id: concern } = await raised(house, safe.mentee.scope, telling(safe.organisation, { partnership: safe.id }))
  await house.writeAs(safe.officer.scope, (tx) => holdPair(tx, { concern, id: tx.newId(), partnership: safe.id }))
  await house.write((tx) => endPartnership(tx, { partnership: safe.id, reason: 'withdrawn' }))
  assert.ok((await house.read((db) => findPartnership(db, safe.id)))?.endedAt)
  await heeded(house, 'concern.held', placePairHold)
  await heeded(house, 'concern.held', liftPairHold)
  assert.deepEqual(await house.read((db) => holdsOf(db, safe.id)), [])
})
