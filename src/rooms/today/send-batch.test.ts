import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { findBatch } from './batch-reads.ts'
import { sendBatch } from './send-batch.ts'
import { coordinatorOf, drawn, givenNotMet } from './today.testing.ts'

const house = await testHouse()

test('Sent letters leave a minute later; sent twice, they leave once, at the first time.', async () => {
  const pair = await givenNotMet(house)
  const batch = await drawn(house, pair)
  const send = () => house.writeAs(coordinatorOf(pair), (tx) => sendBatch(tx, { batch }))
  await send()
  house.setNow('2026-12-10T08:00:30Z')
  await send()
  const found = await house.read((db) => findBatch(db, batch))
  assert.equal(found?.leavesAt?.toString(), '2026-12-10T08:01:00Z')
})

test('Nobody sends another’s letters.', async () => {
  const [pair, other] = [await givenNotMet(house), await givenNotMet(house)]
  const batch = await drawn(house, pair)
  assert.equal(await refusedWith(house.writeAs(coordinatorOf(other), (tx) => sendBatch(tx, { batch }))), 'Missing')
})
