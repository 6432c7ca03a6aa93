import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { advance } from './advance.ts'
import { findPartnership } from './reads.ts'
import { givenUnderWay, roadOf } from './stages.testing.ts'

const house = await testHouse()

test('A stage of so many days is left when they have passed, and not a day before.', async () => {
  const { id } = await givenUnderWay(house)
  const on = async (instant: string) => {
    house.setNow(instant)
    await house.write(async (tx) => {
      const pair = await findPartnership(tx, id)
      if (pair) await advance(tx, pair)
    })
    return (await roadOf(house, id)).at(-1)
  }
  assert.equal(await on('2027-05-23T08:00:00Z'), 'active met')
  assert.equal(await on('2027-05-24T08:00:00Z'), 'close met')
})
