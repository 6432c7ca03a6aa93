import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { allot, changeDrawers } from './allot.ts'
import { day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'

const house = await testHouse()
const { newId } = realHands

test('Minutes go from the pool to a holder, and unused ones back; neither gives more than it has.', async () => {
  const given = await givenBank(house, { minutes: 1_500 })
  const { holder } = await givenHolder(house, given, 1_200)
  const give = (minutes: number, id = newId()) =>
    house.writeAs(given.coordinator, (tx) => allot(tx, { id, bank: given.bank.id, holder, minutes, day: day('2026-03-01') }))
  await assert.rejects(give(301), refused('hours.poolShort', { left: 300, asked: 301 }))
  await assert.rejects(give(-1_201), refused('hours.minutesShort', { left: 1_200, asked: 1_201 }))
  const id = newId()
  await give(-225, id)
  await give(-225, id)
  assert.deepEqual(await standing(house, given), { planned: '-1500', pool: '525', allotted: '975' })
})

test('Who may no longer draw reserves nothing.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder, drawer } = await givenHolder(house, given)
  await reserved(house, given, holder, { as: drawer.scope, minutes: 15 })
  house.setNow(house.now().add({ seconds: 1 }).toString())
  await house.writeAs(given.coordinator, (tx) => changeDrawers(tx, { bank: given.bank.id, holder, add: [], end: [drawer.id] }))
  await assert.rejects(reserved(house, given, holder, { as: drawer.scope, minutes: 15 }), { name: 'Missing' })
})
