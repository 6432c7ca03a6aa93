import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standing } from '#hours/hours.testing'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { afghani, day, dollars, givenFunded, newId } from './funding.testing.ts'
import { giveBack } from './give-back.ts'
import { returnsOf } from './reads.ts'

const house = await testHouse()

test('Unspent money goes back to who paid it, as far as it is free; the same deed twice is one.', async () => {
  const given = await givenFunded(house)
  await given.received()
  const holder = await given.holder()
  await given.paid(holder)
  const asked = { id: newId(), funder: given.donor.id, holder: null, ...afghani(83_600), returnedOn: day('2026-10-01'), payee: 'Nordlys' }
  const back = (facts: object) =>
    house.writeAs(given.coordinator, (tx) => giveBack(tx, { ...asked, reference: 'SWIFT 12', isLookedOver: true, ...facts }))
  assert.equal(await refusedWith(back({ isLookedOver: false })), 'funding.look')
  await back({})
  await back({})
  assert.equal(await refusedWith(back({ id: newId(), ...afghani(200_001) })), 'hours.short')
  assert.equal(await refusedWith(back({ id: newId(), ...dollars(5) })), 'funding.currency')
  assert.equal(await refusedWith(back({ id: newId(), holder })), 'Missing')
  assert.equal(await refusedWith(back({ id: newId(), amount: 150n })), 'funding.quantum')
  assert.equal(await refusedWith(back({ id: newId(), funder: given.client.id, holder: newId() })), 'Missing')
  await back({ id: newId(), funder: given.client.id, holder, ...afghani(150), payee: 'Bakery Sahar' })
  const now = await standing(house, given)
  assert.deepEqual([now['cash nordlys'], now['cash client']], ['200000', '450'])
  assert.equal((await house.read((db) => returnsOf(db, { bank: given.bank.id, limit: 9 }))).length, 2)
})
