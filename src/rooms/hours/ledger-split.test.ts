import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { afghani, day, fund, type GivenBank, givenBank, givenHolder, reserved, standing } from './hours.testing.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()
const [perHour, minutes, cost] = [afghani(1_250), 45, 938]
const shares = { nordlys: 0.7, chamber: 0.2, client: 0.1 }

const opened = () => givenBank(house, { perHour, terms: { ...usualTerms(100n), dueMax: null } })
const pay = (given: GivenBank, reservation: string) =>
  house.writeAs(given.coordinator, (tx) => spend(tx, { id: newId(), reservation, minutes, day: day('2026-06-20'), coach }))

/** Every funder must be within one afghani of its share of what so many meetings cost. */
function mustBeFair(at: Record<string, string>, kind: 'spent' | 'reserved', meetings: number): void {
  for (const [who, share] of Object.entries(shares)) {
    const off = Number(at[`${kind} ${who}`] ?? 0) - meetings * cost * share
    assert.ok(Math.abs(off) < 1, `${who} is ${off} off after ${meetings} meetings`)
  }
}

test('Meeting after meeting at an awkward price, each funder stands within one afghani of its share: booked, and spent.', async () => {
  const given = await opened()
  await fund(house, given, { donor: 50_000, chamber: 50_000 })
  const { holder } = await givenHolder(house, given)
  const ids: string[] = []
  for (let meeting = 1; meeting <= 12; meeting += 1) {
    ids.push((await reserved(house, given, holder, { minutes })).id)
    mustBeFair(await standing(house, given), 'reserved', meeting)
  }
  for (const [at, id] of ids.entries()) {
    await pay(given, id)
    mustBeFair(await standing(house, given), 'spent', at + 1)
  }
})

test('A good reservation is always enough: where funders have no afghani left beyond it, meetings are paid in any order.', async () => {
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
  ]) {
    const given = await opened()
    await fund(house, given, { donor: 3_283, chamber: 938 })
    const { holder } = await givenHolder(house, given)
    const ids: string[] = []
    for (const _ of order) ids.push((await reserved(house, given, holder, { minutes })).id)
    const full = await standing(house, given)
    assert.deepEqual([full['cash nordlys'], full['cash chamber']], [undefined, undefined])
    for (const at of order) await pay(given, ids[at] ?? '')
    mustBeFair(await standing(house, given), 'spent', order.length)
  }
})
