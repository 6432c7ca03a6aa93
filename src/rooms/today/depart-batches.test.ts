import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nudge } from '#ground/nudge'
import { testHouse } from '#testing/house'
import { findBatch, linesOf } from './batch-reads.ts'
import { departBatches } from './depart-batches.ts'
import { givenNotMet, lettersOf, sent } from './today.testing.ts'

const house = await testHouse()

test('What was previewed is what leaves, once its minute is over, and once.', async () => {
  const pair = await givenNotMet(house)
  const batch = await sent(house, pair)
  await house.write(departBatches)
  assert.deepEqual(await lettersOf(house, batch), [], 'not before')
  house.setNow('2026-12-10T08:01:00Z')
  await house.write(departBatches)
  await house.write(departBatches)
  const lines = await house.read((db) => linesOf(db, batch))
  assert.deepEqual(
    await lettersOf(house, batch),
    lines.map(({ person, language, title, body }) => ({ recipient: person, language, title, body })),
  )
})

test('Who was reminded twice meanwhile is passed over, and the page can say so.', async () => {
  const pair = await givenNotMet(house)
  const batch = await sent(house, pair)
  for (let times = 0; times < 2; times += 1) {
    await house.write((tx) => nudge(tx, { about: pair.id, kind: 'pair.quiet', person: pair.mentor.id }))
  }
  house.setNow('2026-12-10T08:01:00Z')
  await house.write(departBatches)
  const found = await house.read((db) => findBatch(db, batch))
  assert.deepEqual([found?.written, found?.passedOver], [1, 1])
})
