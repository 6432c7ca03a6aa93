import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { answerConcern } from './answer-concern.ts'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { concernToAnswer } from './desk-reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { newId } = realHands

test('Who answers has taken it on.', async () => {
  const told = await raised(house, null, telling(safe.organisation))
  await house.writeAs(safe.second.scope, (tx) => answerConcern(tx, { concern: told.id, id: newId(), text: 'We read it.' }))
  assert.equal((await house.writeAs(safe.officer.scope, (tx) => concernToAnswer(tx, told.id))).acknowledgedBy, safe.second.id)
})
