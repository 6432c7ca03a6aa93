import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Tx } from '#ground/db'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { legOn, openBooks } from './books.ts'
import { type Bridge, bridge } from './bridge.ts'
import { tidyLegs } from './entry.ts'
import { afghani, day, type GivenBank, givenBank } from './hours.testing.ts'
import { post } from './writes.ts'

const house = await testHouse()
const { newId } = realHands
const broken = (constraint: string) => (error: unknown) => (error as { constraint?: string }).constraint === constraint

test('Nothing, or less, is no bridge; another bank’s funder is not there; and without a tranche the database keeps none.', async () => {
  const [given, other] = [await givenBank(house), await givenBank(house)]
  const asked = { id: newId(), bank: given.bank.id, funder: given.donor.id, amount: afghani(340), day: day('2026-11-20'), reference: 'own' }
  const lend = (facts: Partial<Bridge> = {}) => house.writeAs(given.coordinator, (tx) => bridge(tx, { ...asked, ...facts }))
  assert.equal(await refusedWith(lend({ amount: 0n })), 'hours.nothing')
  assert.equal(await refusedWith(lend({ amount: -100n })), 'hours.nothing')
  await assert.rejects(lend({ funder: other.donor.id }), { name: 'Missing' })
  const byReceipt = (tx: Tx) => lentBy(tx, given)
  await assert.rejects(house.writeAs(given.coordinator, byReceipt), broken('accounts_bridged'))
  await assert.rejects(lend(), broken('entries_bridge'))
})

/** Money that no tranche stands for, entered as if it had come. */
async function lentBy(tx: Tx, { bank, donor }: GivenBank): Promise<void> {
  const books = await openBooks(tx, bank.id)
  const of = { funder: donor.id }
  const legs = tidyLegs([await legOn(tx, books, -100n, 'bridged', of), await legOn(tx, books, 100n, 'cash', of)])
  await post(tx, { id: tx.newId(), bank: bank.id, kind: 'deposit', day: day('2026-11-20'), asked: {}, legs })
}
