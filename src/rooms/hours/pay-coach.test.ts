import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { payCoach, returnMoney } from './pay-coach.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('A coach is paid what is owed and no more, once.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const { id } = await reserved(house, given, holder)
  await house.writeAs(given.coordinator, (tx) => spend(tx, { id: newId(), reservation: id, minutes: 60, day: day('2026-06-20'), coach }))
  const pay = (amount: bigint, entry = newId()) =>
    house.writeAs(given.coordinator, (tx) =>
      payCoach(tx, { id: entry, bank: given.bank.id, coach, amount, day: day('2026-07-10'), reference: 'B-1' }),
    )
  await assert.rejects(pay(afghani(1_201)), refused('hours.notOwed', { owed: '1200' }))
  const entry = newId()
  await pay(afghani(1_200), entry)
  await pay(afghani(1_200), entry)
  await assert.rejects(pay(1n), refused('hours.notOwed', { owed: '0' }))
  const stands = await standing(house, given)
  assert.deepEqual([stands.payable, stands.paid, stands.delivered], [undefined, '-1200', '1200'])
})

test('Money that is free goes back to who paid it; what is reserved does not.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 1_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  await reserved(house, given, holder)
  const back = (amount: number) => {
    const asked = {
      id: newId(),
      bank: given.bank.id,
      funder: given.donor.id,
      amount: afghani(amount),
      day: day('2026-12-01'),
      reference: 'End',
    }
    return house.writeAs(given.coordinator, (tx) => returnMoney(tx, asked))
  }
  await assert.rejects(back(161), refused('hours.short', { who: 'Nordlys', left: '160', asked: '161' }))
  await back(160)
  assert.equal((await standing(house, given))['from nordlys'], '-840')
})
