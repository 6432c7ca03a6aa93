import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { departBatches } from './depart-batches.ts'
import { recallBatch } from './recall-batch.ts'
import { coordinatorOf, drawn, givenNotMet, lettersOf, sent } from './today.testing.ts'

const house = await testHouse()

test('Within the minute letters are taken back, and nobody is written to; twice is once.', async () => {
  const pair = await givenNotMet(house)
  const batch = await sent(house, pair)
  const recall = () => house.writeAs(coordinatorOf(pair), (tx) => recallBatch(tx, { batch }))
  house.setNow('2026-12-10T08:00:59Z')
  await recall()
  house.setNow('2026-12-10T09:00:00Z')
  await recall()
  await house.write(departBatches)
  assert.deepEqual(await lettersOf(house, batch), [])
})

test('After the minute it is too late, whether they have left yet or not; what was not sent is not taken back.', async () => {
  const pair = await givenNotMet(house)
  const unsent = await drawn(house, pair)
  const batch = await sent(house, pair)
  const recall = (of: string) => refusedWith(house.writeAs(coordinatorOf(pair), (tx) => recallBatch(tx, { batch: of })))
  assert.equal(await recall(unsent), 'today.notSent')
  house.setNow('2026-12-10T08:01:00Z')
  assert.equal(await recall(batch), 'today.left')
  await house.write(departBatches)
  assert.equal(await recall(batch), 'today.left')
})

test('Taking back and leaving at one moment: one of the two, and the database holds it.', async () => {
  const pair = await givenNotMet(house)
  const batch = await sent(house, pair)
  house.setNow('2026-12-10T08:02:00Z')
  await house.write(departBatches)
  const row = { batch, at: Temporal.Instant.from('2026-12-10T08:00:10Z'), by: pair.programme.keeper.id }
  const past = house.writeAs(coordinatorOf(pair), (tx) => tx.insertInto('letterBatchRecalls').values(row).execute())
  await assert.rejects(past, /have left/)
})
