import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { type Bridge, bridge } from './bridge.ts'
import { afghani, day, givenBank } from './hours.testing.ts'

const house = await testHouse()
const { newId } = realHands

test('Nothing, or less, is no bridge; another bank’s funder is not there; and without a tranche the database keeps none.', async () => {
  const [given, other] = [await givenBank(house), await givenBank(house)]
  const asked = { id: newId(), bank: given.bank.id, funder: given.donor.id, amount: afghani(340), day: day('2026-11-20'), reference: 'own' }
  const lend = (facts: Partial<Bridge> = {}) => house.writeAs(given.coordinator, (tx) => bridge(tx, { ...asked, ...facts }))
  assert.equal(await refusedWith(lend({ amount: 0n })), 'hours.nothing')
  assert.equal(await refusedWith(lend({ amount: -100n })), 'hours.nothing')
  await assert.rejects(lend({ funder: other.donor.id }), { name: 'Missing' })
  await assert.rejects(lend(), (error) => (error as { constraint?: string }).constraint === 'entries_bridge')
})
