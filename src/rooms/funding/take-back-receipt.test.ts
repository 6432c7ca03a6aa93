import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reserved, standing } from '#hours/hours.testing'
import { moneyReversed } from '#hours/standing-reads'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { movedIn, receivedInOrder } from './figures.ts'
import { givenFunded, newId } from './funding.testing.ts'
import { findTranche } from './reads.ts'
import { takeBackReceipt } from './take-back-receipt.ts'

const house = await testHouse()

test('A receipt noted wrongly is taken back by its opposite, once; it stays, and counts nowhere.', async () => {
  const given = await givenFunded(house)
  const tranche = await given.planned(await given.signed())
  const [wrong, right] = [await given.received({ tranche }), await given.received()]
  const back = (id = newId()) =>
    house.writeAs(given.coordinator, (tx) => takeBackReceipt(tx, { id, receipt: wrong, reason: 'The chamber paid it' }))
  const id = newId()
  await back(id)
  await back(id)
  assert.equal(await refusedWith(back()), 'hours.reversed')
  assert.equal((await standing(house, given))['cash nordlys'], '283600')
  const gone = await house.read((db) => moneyReversed(db, given.bank.id))
  assert.deepEqual(gone, [wrong])
  const [moved] = await house.read((db) => movedIn(db, given.bank.id, gone))
  assert.deepEqual([moved?.received, moved?.receipts], [28_360_000n, 1])
  assert.deepEqual(
    (await house.read((db) => receivedInOrder(db, given.donor.id, gone))).map((receipt) => receipt.id),
    [right],
  )
  assert.equal((await house.read((db) => findTranche(db, tranche, gone)))?.received, 0n)
})

test('Money that is reserved meanwhile is not taken back; nor by who coordinates elsewhere.', async () => {
  const [given, other] = [await givenFunded(house), await givenFunded(house)]
  const receipt = await given.received()
  const asked = { id: newId(), receipt, reason: 'R' }
  assert.equal(await refusedWith(house.writeAs(other.coordinator, (tx) => takeBackReceipt(tx, asked))), 'Missing')
  const holder = await given.holder()
  await given.paid(holder)
  await given.received({ funder: given.chamber.id, currency: 'AFN', amount: 10_000_000n, rate: null, rateSource: null })
  await reserved(house, given, holder)
  assert.equal(await refusedWith(house.writeAs(given.coordinator, (tx) => takeBackReceipt(tx, asked))), 'hours.short')
})
