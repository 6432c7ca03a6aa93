import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profilesOf } from '#people/profile-reads'
import { testHouse } from '#testing/house'
import { keepWeek } from './keep-week.ts'
import { givenInKabul } from './own.testing.ts'

const house = await testHouse()

test('The boxes ticked and hours beside them are one’s week; nothing of it is hours unknown.', async () => {
  const { id, scope } = await givenInKabul(house)
  const week = async () => (await house.read((db) => profilesOf(db, [id]))).get(id)?.freeHours
  const beside = [{ day: 1, from: 720, to: 780 } as const, { day: 5, from: 1_320, to: 1_440 } as const]
  await house.writeAs(scope, (tx) => keepWeek(tx, { blocks: [{ day: 1, part: 'morning' }], beside }))
  assert.deepEqual(await week(), [
    { day: 1, from: 480, to: 780 },
    { day: 5, from: 1_320, to: 1_440 },
  ])
  await house.writeAs(scope, (tx) => keepWeek(tx, { blocks: [], beside: [] }))
  assert.equal(await week(), null)
})
