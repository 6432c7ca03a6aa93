import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { addToConcern } from './add-to-concern.ts'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { openConcern } from './open-concern.ts'
import { findOwn } from './reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { newId } = realHands
const add = (reference: string, facts = {}, scope = signInScope) =>
  house.writeAs(scope, (tx) => addToConcern(tx, { reference, id: newId(), text: 'More.', network: newId(), ...facts }))

test('An unknown code opens nothing, and the key is forgotten with the transaction that held it.', async () => {
  const told = await raised(house, null, telling(safe.organisation))
  assert.equal(
    await refusedWith(house.writeAs(signInScope, (tx) => openConcern(tx, { reference: realHands.newSecret() }))),
    'concerns.noSuchCode',
  )
  await house.writeAs(signInScope, (tx) => openConcern(tx, { reference: told.reference }))
  assert.equal(await house.writeAs(signInScope, (tx) => findOwn(tx, told.id)), undefined)
  for (const reference of ['', 'x', realHands.newSecret(), newId()]) await assert.rejects(add(reference), Missing)
})
