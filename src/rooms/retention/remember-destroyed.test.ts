import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withNewKey } from '#ground/key-ring'
import { openSealer } from '#ground/sealer'
import { testHouse } from '#testing/house'
import { rememberDestroyed } from './remember-destroyed.ts'

const house = await testHouse()

test('A destroyed key is written down outside the database.', async () => {
  const remembered: unknown[] = []
  const ring = withNewKey([])
  const { database } = house.withSealer(
    openSealer(
      () => ring,
      (destroyed) => remembered.push(destroyed),
    ),
  )
  const owner = '01a20897-50da-7773-b9a9-07ebe73b439f'
  await database.write({ door: 'house', person: null, home: null, organisations: [], programmes: [] }, (tx) =>
    rememberDestroyed(tx, { subject: owner, facts: { kind: 'ask', why: 'shredded' } }),
  )
  assert.deepEqual(remembered, [{ owner, kind: 'ask' }])
})
