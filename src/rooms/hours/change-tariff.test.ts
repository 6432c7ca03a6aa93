import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { changeTariff } from './change-tariff.ts'
import { closePeriod } from './close-period.ts'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('A new price changes nothing that is booked, and holds for what is booked after it.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 9_000, chamber: 9_000 })
  const { holder } = await givenHolder(house, given)
  const booked = await reserved(house, given, holder, { minutes: 15 })
  const dearer = { id: newId(), bank: given.bank.id, perHour: afghani(2400), fromDay: day('2026-06-01') }
  await house.writeAs(given.coordinator, (tx) => changeTariff(tx, dearer))
  await house.writeAs(given.coordinator, (tx) =>
    spend(tx, { id: newId(), reservation: booked.id, minutes: 15, day: day('2026-06-20'), coach }),
  )
  assert.equal((await standing(house, given))['spent nordlys'], '210')
  assert.equal((await reserved(house, given, holder, { minutes: 15 })).cost, afghani(600))
  assert.equal((await reserved(house, given, holder, { minutes: 15, day: day('2026-05-31') })).cost, afghani(300))
})

test('No price is set for a closed period, nor is an hour free.', async () => {
  const { bank, coordinator } = await givenBank(house)
  await house.writeAs(coordinator, (tx) => closePeriod(tx, { id: newId(), bank: bank.id, through: day('2026-06-30') }))
  const set = (perHour: bigint, fromDay: string) =>
    house.writeAs(coordinator, (tx) => changeTariff(tx, { id: newId(), bank: bank.id, perHour, fromDay: day(fromDay) }))
  await assert.rejects(set(1n, '2026-06-30'), refused('hours.closed', { day: '2026-06-30' }))
  await assert.rejects(set(0n, '2026-07-01'), refused('hours.nothing'))
})

test('Before the first price nothing is booked.', async () => {
  const given = await givenBank(house)
  const { holder } = await givenHolder(house, given)
  await assert.rejects(reserved(house, given, holder, { day: day('2025-12-31') }), refused('hours.noTariff', { day: '2025-12-31' }))
  assert.equal((await standing(house, given)).held, undefined)
})
