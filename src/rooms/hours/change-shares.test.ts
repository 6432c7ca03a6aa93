import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { decideShares, proposeShares } from './change-shares.ts'
import { day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('Changed shares hold from their day on, once a second person agrees, and not for what is booked.', async () => {
  const given = await givenBank(house)
  const { bank, donor, chamber, coordinator } = given
  await fund(house, given, { donor: 9_000, chamber: 9_000 })
  const second = coordinating(await givenKeeper(house, bank.organisation), bank.programme)
  const { holder } = await givenHolder(house, given)
  const booked = await reserved(house, given, holder)
  const id = newId()
  const shares = [
    { funder: donor.id, basisPoints: 5000 },
    { funder: chamber.id, basisPoints: 5000 },
  ]
  await house.writeAs(coordinator, (tx) =>
    proposeShares(tx, { id, bank: bank.id, fromDay: day('2026-06-01'), bands: [{ fromMinutes: 0, shares }] }),
  )
  const unagreed = await reserved(house, given, holder)
  assert.equal(unagreed.lines.find(({ funder }) => funder === donor.id)?.amount, 84_000n)
  await assert.rejects(
    house.writeAs(coordinator, (tx) => decideShares(tx, { shareSet: id, agrees: true })),
    refused('hours.secondPerson'),
  )
  await house.writeAs(second, (tx) => decideShares(tx, { shareSet: id, agrees: true }))
  await house.writeAs(coordinator, (tx) => spend(tx, { id: newId(), reservation: booked.id, minutes: 60, day: day('2026-06-20'), coach }))
  assert.equal((await standing(house, given))['spent nordlys'], '840')
  const later = await reserved(house, given, holder)
  assert.deepEqual(
    later.lines.map(({ amount }) => amount),
    [60_000n, 60_000n],
  )
})

test('Shares that do not add up, or of who has none, are refused by name.', async () => {
  const { bank, donor, budget, coordinator } = await givenBank(house)
  const propose = (shares: { funder: string; basisPoints: number }[]) =>
    house.writeAs(coordinator, (tx) =>
      proposeShares(tx, { id: newId(), bank: bank.id, fromDay: day('2026-06-01'), bands: [{ fromMinutes: 0, shares }] }),
    )
  await assert.rejects(propose([{ funder: donor.id, basisPoints: 9_999 }]), refused('hours.sharesNotWhole'))
  await assert.rejects(propose([{ funder: budget.id, basisPoints: 10_000 }]), refused('hours.noShare'))
})
