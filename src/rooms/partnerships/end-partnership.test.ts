import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { endPartnership } from './end-partnership.ts'
import { endOf, givenPair, refusedWith } from './pairs.testing.ts'

const house = await testHouse()

test('What ended stays as it ended, and is told once.', async () => {
  const { id } = await givenPair(house)
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'unanswered' }))
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'withdrawn' }))
  assert.equal(await endOf(house, id), 'unanswered')
  assert.equal((await house.news('partnership.ended')).filter(({ subject }) => subject === id).length, 1)
})

test('Two who both said yes part only when one leaves; in the verb, and in the database past it.', async () => {
  const { id, mentor, mentee } = await givenPair(house)
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
  for (const reason of ['unanswered', 'no-place'] as const) {
    assert.equal(await refusedWith(house.write((tx) => endPartnership(tx, { partnership: id, reason }))), 'partnerships.agreed')
  }
  const past = house.write(async (tx) => {
    await tx.insertInto('partnershipEnds').values({ partnership: id, at: tx.now }).execute()
    await tx.insertInto('partnershipEndReasons').values({ partnership: id, reason: 'unanswered' }).execute()
  })
  await assert.rejects(past, { constraint: 'partnership_agreed' })
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'withdrawn' }))
  assert.equal(await endOf(house, id), 'withdrawn')
})
