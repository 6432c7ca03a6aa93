import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { afghani, day, dollars, givenFunded, newId } from './funding.testing.ts'
import { offerInKind } from './offer-in-kind.ts'
import { contributionsOf } from './reads.ts'

const house = await testHouse()

test('What is given in kind is valued in the bank’s currency, by a method that is written down; once.', async () => {
  const given = await givenFunded(house)
  const said = { description: 'A room', method: 'Rent next door', givenOn: day('2026-02-05'), isLookedOver: true }
  const asked = { id: newId(), funder: given.chamber.id, ...afghani(10_000), ...said }
  const offer = (facts: object) => house.writeAs(given.coordinator, (tx) => offerInKind(tx, { ...asked, ...facts }))
  assert.equal(await refusedWith(offer(dollars(5))), 'funding.currency')
  assert.equal(await refusedWith(offer({ isLookedOver: false })), 'funding.look')
  assert.equal(await refusedWith(offer({ funder: given.client.id })), 'funding.clients')
  await offer({})
  await offer({})
  assert.equal(await refusedWith(offer(afghani(11))), 'funding.another')
  const kept = await house.read((db) => contributionsOf(db, { bank: given.bank.id, limit: 9 }))
  assert.deepEqual(
    kept.map(({ amount, agreed, by }) => [amount, agreed, by]),
    [[1_000_000n, null, given.keeper.id]],
  )
})
