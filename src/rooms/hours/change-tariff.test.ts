import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { type ChangeTariff, changeTariff } from './change-tariff.ts'
import { closePeriod } from './close-period.ts'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { findEntry, tariffOn } from './reads.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('A tariff that changes under booked meetings changes nothing of them: they are paid at the price they were booked at.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder } = await givenHolder(house, given)
  const booked = await reserved(house, given, holder)
  const dearer = { id: newId(), bank: given.bank.id, perHour: afghani(2_400), fromDay: day('2026-06-01') }
  await house.writeAs(given.coordinator, (tx) => changeTariff(tx, dearer))
  await house.writeAs(given.coordinator, (tx) => changeTariff(tx, dearer))
  assert.equal((await house.read((db) => tariffOn(db, given.bank.id, day('2026-05-31'))))?.perHour, afghani(1_200))
  assert.equal((await house.read((db) => tariffOn(db, given.bank.id, day('2026-06-01'))))?.perHour, afghani(2_400))

  const paid = await house.writeAs(given.coordinator, (tx) =>
    spend(tx, { id: newId(), reservation: booked.id, minutes: 45, day: day('2026-06-20'), coach }),
  )
  assert.equal(paid.cost, afghani(900))
  assert.equal((await reserved(house, given, holder, { minutes: 15 })).cost, afghani(600))
  assert.equal((await reserved(house, given, holder, { minutes: 15, day: day('2026-05-31') })).cost, afghani(300))
  assert.equal((await standing(house, given)).payable, '-900')
  assert.match((await house.read((db) => findEntry(db, booked.id)))?.rule ?? '', /"perHour":"120000"/)
})

test('A tariff of nothing, below nothing or of a closed day is refused.', async () => {
  const given = await givenBank(house)
  const change = (facts: Partial<ChangeTariff>) =>
    house.writeAs(given.coordinator, (tx) =>
      changeTariff(tx, { id: newId(), bank: given.bank.id, perHour: 1n, fromDay: day('2026-07-01'), ...facts }),
    )
  for (const perHour of [0n, -1n]) await assert.rejects(change({ perHour }), refused('hours.nothing'))
  await house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: newId(), bank: given.bank.id, through: day('2026-07-31') }))
  await assert.rejects(change({}), refused('hours.closed', { day: '2026-07-31' }))
  await change({ fromDay: day('2026-08-01') })
})
