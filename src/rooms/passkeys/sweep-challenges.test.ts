import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { asNobody, challengeFor } from './passkeys.testing.ts'
import { sweepChallenges } from './sweep-challenges.ts'

const house = await testHouse()

test('Challenges that nobody can answer any more are forgotten; those of this hour stay.', async () => {
  await challengeFor(house, asNobody, 'sign-in', 'old')
  house.setNow(house.now().add({ hours: 1, seconds: 1 }).toString())
  await challengeFor(house, asNobody, 'sign-in', 'new')
  await house.write(sweepChallenges)
  assert.equal((await house.read((db) => db.selectFrom('passkeyChallenges').select('id').execute())).length, 1)
})
