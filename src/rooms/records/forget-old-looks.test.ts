import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { forgetOldLooks } from './forget-old-looks.ts'

const house = await testHouse()

test('Only the house forgets looks.', async () => {
  assert.equal(await house.write(forgetOldLooks), undefined)
})
