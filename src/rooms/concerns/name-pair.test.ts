import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenOfficer, givenSafe, raised, type Safe, telling } from './concerns.testing.ts'
import { holdPair } from './hold-pair.ts'
import { namePair } from './name-pair.ts'

const house = await testHouse()
const { newId } = realHands

test('For a concern without a name the officer names the pair by codes, in any case; not one’s own pair, nor another programme’s.', async () => {
  const safe = await givenSafe(house)
  const other = await givenSafe(house)
  const { id: concern } = await raised(house, null, telling(safe.organisation))
  const codes = { code: safe.mentor.code.toLowerCase(), otherCode: safe.mentee.code }
  const name = (scope: Safe['coordinator'], more = {}) => house.writeAs(scope, (tx) => namePair(tx, { concern, ...codes, ...more }))
  assert.equal(await refusedWith(name(safe.officer.scope, { otherCode: other.mentee.code })), 'concerns.noSuchPair')
  await givenOfficer(house, safe.organisation, null, safe.mentor)
  assert.equal(await refusedWith(name(safe.mentor.scope)), 'concerns.noSuchPair')
  await name(safe.officer.scope)
  await name(safe.second.scope)
  await house.writeAs(safe.officer.scope, (tx) => holdPair(tx, { concern, id: newId(), partnership: safe.id }))
  // The officer who is one of the two does not read it from now on.
  await assert.rejects(name(safe.mentor.scope), Missing)
})
