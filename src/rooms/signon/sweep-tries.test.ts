import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { sweepTries } from './sweep-tries.ts'

const house = await testHouse()

test('With nothing to forget nothing happens.', async () => {
  assert.equal(await house.write(sweepTries), undefined)
})
