import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standing } from '#hours/hours.testing'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { afghani, day, givenPilot, newId } from './funding.testing.ts'
import { type WaivePart, waivePart } from './waive-part.ts'

const house = await testHouse()

test('A named source pays a client’s part once it was looked over, in whole steps of the bank’s currency; unused it goes back.', async () => {
  const given = await givenPilot(house)
  const holder = await given.holder()
  const asked = {
    bank: given.bank.id,
    holder,
    funder: given.chamber.id,
    way: 'pay',
    paidOn: day('2026-11-20'),
    reference: 'Paper 7',
  } as const
  const deed = (facts: Partial<WaivePart> = {}, by = given.coordinator) =>
    house.writeAs(by, (tx) => waivePart(tx, { id: newId(), ...asked, ...afghani(600), isLookedOver: true, ...facts }))
  assert.equal(await refusedWith(deed({ isLookedOver: false })), 'funding.look')
  assert.equal(await refusedWith(deed({ currency: 'USD' })), 'funding.currency')
  assert.equal(await refusedWith(deed({ amount: 60_050n })), 'funding.quantum')
  assert.equal(await refusedWith(deed({ paidOn: day('2027-02-05') })), 'funding.future')
  assert.equal(await refusedWith(deed({}, { ...given.coordinator, programmes: [] })), 'Missing')
  await deed()
  assert.equal((await standing(house, given))['cash client'], '600')
  await deed({ way: 'take-back', ...afghani(400) })
  assert.equal((await standing(house, given))['cash client'], '200')
})
