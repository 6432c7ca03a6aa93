import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsOf } from '#hours/reads'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { afghani, day, givenFunded, newId } from './funding.testing.ts'
import { payerOf } from './reads.ts'
import { takePayment } from './take-payment.ts'

const house = await testHouse()

test('A client’s steps are their own cash, each with the next number of the bank.', async () => {
  const given = await givenFunded(house)
  const [baker, tailor] = [await given.holder(), await given.holder()]
  await given.received()
  const numbers = [(await given.paid(baker)).number, (await given.paid(tailor, 300)).number, (await given.paid(baker)).number]
  assert.deepEqual(numbers, [2, 3, 4])
  const accounts = await house.read((db) => accountsOf(db, given.bank.id, { holder: baker }))
  assert.equal(accounts.find(({ kind, holder }) => kind === 'cash' && holder === baker)?.balance, 120_000n)
  assert.equal(await house.read((db) => payerOf(db, given.bank.id, baker)), 'Bakery Sahar')
})

test('It is taken for somebody who has hours here, in the bank’s currency and its whole steps.', async () => {
  const given = await givenFunded(house)
  const holder = await given.holder()
  const asked = {
    bank: given.bank.id,
    holder,
    ...afghani(600),
    valueDate: day('2026-02-05'),
    payer: 'P',
    reference: null,
    isLookedOver: true,
  }
  const take = (facts: object) => house.writeAs(given.coordinator, (tx) => takePayment(tx, { id: newId(), ...asked, ...facts }))
  assert.equal(await refusedWith(take({ holder: newId() })), 'Missing')
  assert.equal(await refusedWith(take({ currency: 'USD' })), 'funding.currency')
  assert.equal(await refusedWith(take({ amount: 60_050n })), 'funding.quantum')
  assert.equal(await refusedWith(take({ valueDate: day('2027-02-05') })), 'funding.future')
  const id = newId()
  assert.deepEqual(await take({ id }), await take({ id }))
})
