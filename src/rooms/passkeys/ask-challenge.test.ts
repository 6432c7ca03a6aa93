import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { askChallenge } from './ask-challenge.ts'
import { limits } from './passkey.ts'
import { asNobody, challengeFor } from './passkeys.testing.ts'

const house = await testHouse()

test('Each challenge is of 256 bits, and no two are the same.', async () => {
  const asked = await Promise.all([1, 2, 3, 4].map((nth) => challengeFor(house, asNobody, 'sign-in', `browser-${nth}`)))
  for (const one of asked) assert.equal(Buffer.from(one, 'base64url').length * 8, 256)
  assert.equal(new Set(asked).size, asked.length)
})

test('A network that asks without end is refused for an hour; another is not.', async () => {
  const ask = (network: string) =>
    house.writeAs(asNobody, (tx) => askChallenge(tx, { purpose: 'sign-in', browser: 'b', network, next: null }))
  await house.writeAs(asNobody, async (tx) => {
    for (let times = 0; times < limits.challengesAnHourANetworkMax; times += 1)
      await askChallenge(tx, { purpose: 'sign-in', browser: 'b', network: 'busy', next: null })
  })
  await assert.rejects(ask('busy'), { reason: 'passkeys.tooMany' })
  await ask('quiet')
  house.setNow(house.now().add({ hours: 1, seconds: 1 }).toString())
  await ask('busy')
})
