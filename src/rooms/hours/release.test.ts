import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { afghani, day, fund, givenBank, givenHolder, reserved, standing } from './hours.testing.ts'
import { release } from './release.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('Given back whole it is as if nothing had been; late, the client loses minutes and the coach is paid from the budget alone.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000, budget: 300 })
  const { holder } = await givenHolder(house, given)
  const before = await standing(house, given)
  const { id } = await reserved(house, given, holder)
  await house.writeAs(given.coordinator, (tx) =>
    release(tx, { id: newId(), reservation: id, day: day('2026-06-19'), reason: 'cancelled in time' }),
  )
  assert.deepEqual(await standing(house, given), before)

  const again = await reserved(house, given, holder)
  const standby = { coach, amount: afghani(300) }
  const late = { id: newId(), reservation: again.id, day: day('2026-06-20'), reason: 'no show', lostMinutes: 30, standby }
  await house.writeAs(given.coordinator, (tx) => release(tx, late))
  const after = await standing(house, given)
  assert.deepEqual(
    [after.allotted, after.lost, after['spent nordlys'], after['spent programme'], after.payable],
    ['1170', '30', undefined, '300', '-300'],
  )
})
