import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { day, dollars, givenFunded, newId } from './funding.testing.ts'
import { commitmentsOf } from './reads.ts'
import { signCommitment } from './sign-commitment.ts'

const house = await testHouse()

test('What a funder signed is noted once, under its reference; another under the same id is refused.', async () => {
  const given = await givenFunded(house)
  const asked = { id: newId(), funder: given.donor.id, ...dollars(7_000), signedOn: day('2026-01-20'), reference: 'AFG-26/014' }
  const sign = (facts: object) => house.writeAs(given.coordinator, (tx) => signCommitment(tx, { ...asked, isLookedOver: true, ...facts }))
  assert.equal(await refusedWith(sign({ isLookedOver: false })), 'funding.look')
  await sign({})
  await sign({})
  assert.equal(await refusedWith(sign(dollars(8_000))), 'funding.another')
  assert.equal(await refusedWith(sign({ id: newId(), funder: given.client.id })), 'funding.clients')
  assert.equal(await refusedWith(sign({ id: newId(), amount: 10n ** 19n })), 'funding.tooLarge')
  const kept = await house.read((db) => commitmentsOf(db, { bank: given.bank.id, funder: given.donor.id, limit: 9 }))
  assert.deepEqual(
    kept.map(({ amount, reference }) => [amount, reference]),
    [[700_000n, 'AFG-26/014']],
  )
  assert.equal((await house.news('commitment.signed')).length, 1)
})
