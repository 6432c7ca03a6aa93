import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { afghani, day, fund, givenBank, givenHolder, reserved, standing } from './hours.testing.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('A booking reserves every funder’s part; confirmed, what was used is spent, and the rest goes back in the same entry.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 5_000 })
  const { holder, drawer } = await givenHolder(house, given)
  const { id, cost } = await reserved(house, given, holder, { as: drawer.scope })
  assert.equal(cost, afghani(1200))
  const before = await standing(house, given)
  assert.deepEqual(
    [before['cash nordlys'], before['reserved nordlys'], before['cash chamber'], before['cash client']],
    ['9160', '840', '4760', '-120'],
  )
  assert.deepEqual([before.allotted, before.held], ['1140', '60'])

  const spending = { id: newId(), reservation: id, minutes: 45, day: day('2026-06-20'), coach }
  await house.writeAs(drawer.scope, (tx) => spend(tx, spending))
  await house.writeAs(drawer.scope, (tx) => spend(tx, spending))
  const after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after['spent chamber'], after['spent client']], ['630', '180', '90'])
  assert.deepEqual([after['cash nordlys'], after['cash chamber'], after['cash client']], ['9370', '4820', '-90'])
  assert.deepEqual(
    [after.allotted, after.held, after.used, after.payable, after['reserved nordlys']],
    ['1155', undefined, '45', '-900', undefined],
  )
})

test('Twenty hours under a falling subsidy cost 13,200, 4,560 and 6,240; a meeting across a tier is cut at its minute.', async () => {
  const tiers = [
    { fromMinutes: 600, basisPoints: [5000, 2000, 3000] },
    { fromMinutes: 960, basisPoints: [2500, 1500, 6000] },
  ]
  const given = await givenBank(house, { tiers, terms: { ...usualTerms(100n), dueMax: null } })
  await fund(house, given, { donor: 50_000, chamber: 50_000 })
  const { holder } = await givenHolder(house, given)
  for (let at = 0; at < 16; at += 1) {
    const { id } = await reserved(house, given, holder, { minutes: 75 })
    await house.writeAs(given.coordinator, (tx) => spend(tx, { id: newId(), reservation: id, minutes: 75, day: day('2026-06-20'), coach }))
  }
  const after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after['spent chamber'], after['spent client']], ['13200', '4560', '6240'])
})
