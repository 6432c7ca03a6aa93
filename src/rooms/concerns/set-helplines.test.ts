import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { givenSafe, type Safe } from './concerns.testing.ts'
import { helplinesOf } from './reads.ts'
import { setHelplines } from './set-helplines.ts'

const house = await testHouse()
const { newId } = realHands

test('Whom to call is written by an officer and read by everybody; the newest stands, and who is no officer writes nothing.', async () => {
  const { organisation, officer, administrator, coordinator } = await givenSafe(house)
  const set = (scope: Safe['coordinator'], text: string) =>
    house.writeAs(scope, (tx) => setHelplines(tx, { id: newId(), organisation, text }))
  const read = () => house.read((db) => helplinesOf(db, organisation))
  assert.equal(await read(), null)
  await set(officer.scope, 'Call 119.')
  for (const scope of [administrator.scope, coordinator]) await assert.rejects(set(scope, 'Call me.'), Missing)
  assert.equal(await read(), 'Call 119.')
  await set(officer.scope, '')
  assert.equal(await read(), null)
})
