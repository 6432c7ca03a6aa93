import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('All or nothing: where one funder is short, nobody’s part is kept, and it says whose money.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 500, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const before = await standing(house, given)
  await assert.rejects(
    reserved(house, given, holder),
    refused('hours.short', { who: 'Nordlys', left: '500', asked: '840', currency: 'AFN' }),
  )
  assert.deepEqual(await standing(house, given), before)
})

test('Others cover only where the bank says so, and only up to what they agreed to.', async () => {
  const funders = [
    { name: 'Nordlys', kind: 'cash', reportCurrency: 'USD', basisPoints: 7000, coversPoints: 0 },
    { name: 'Chamber', kind: 'cash', reportCurrency: 'AFN', basisPoints: 2000, coversPoints: 1000 },
    { name: 'Client', kind: 'client', reportCurrency: 'AFN', basisPoints: 1000, coversPoints: 0 },
    { name: 'Programme', kind: 'budget', reportCurrency: 'AFN', basisPoints: 0, coversPoints: 0 },
  ] as const
  const given = await givenBank(house, { funders, terms: { ...usualTerms(100n), dryRule: 'others-cover' } })
  await fund(house, given, { donor: 500, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  await assert.rejects(reserved(house, given, holder), refused('hours.short', { who: 'Nordlys' }))
  await fund(house, given, { donor: 220 })
  const { id } = await reserved(house, given, holder)
  const held = await standing(house, given)
  assert.deepEqual([held['reserved nordlys'], held['reserved chamber'], held['reserved client']], ['720', '360', '120'])
  await house.writeAs(given.coordinator, (tx) => spend(tx, { id: newId(), reservation: id, minutes: 60, day: day('2026-06-20'), coach }))
  const spent = await standing(house, given)
  assert.deepEqual(
    [spent['spent nordlys'], spent['spent chamber'], spent['spent client'], spent['cash nordlys']],
    ['720', '360', '120', undefined],
  )
})

test('A client takes on what is missing only where the bank says so, and only as a whole: less than the price is no consent.', async () => {
  const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null, clientMayCover: true } })
  await fund(house, given, { donor: 500, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  await assert.rejects(reserved(house, given, holder, { clientCovers: afghani(339) }), refused('hours.short', { missing: '340' }))
})

test('A client has the minutes that were allotted, and owes no more than the bank allows.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 50_000, chamber: 50_000 })
  const { holder } = await givenHolder(house, given, 200)
  await assert.rejects(reserved(house, given, holder, { minutes: 240 }), refused('hours.minutesShort', { left: 200, asked: 240 }))
  await reserved(house, given, holder, { minutes: 120 })
  await assert.rejects(reserved(house, given, holder, { minutes: 15 }), refused('hours.short', { who: 'Client', left: '0', asked: '30' }))
})

test('The same id again is the same reservation; with another body it is refused.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const [id, cause] = [newId(), 'coaching:x']
  const first = await reserved(house, given, holder, { id, cause })
  assert.deepEqual(await reserved(house, given, holder, { id, cause }), first)
  await assert.rejects(reserved(house, given, holder, { id, cause, minutes: 45 }), refused('hours.another'))
})

test('Asked again, it answers as the first time: band by band, in the order of the funders, and nobody who pays nothing.', async () => {
  const tiers = [{ fromMinutes: 60, basisPoints: [1000, 2000, 7000] }]
  const given = await givenBank(house, { tiers, perHour: afghani(6) })
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const names = new Map([given.donor, given.chamber, given.client].map(({ id, name }) => [id, name]))
  const told = ({ lines }: { lines: readonly { funder: string; amount: bigint }[] }) =>
    lines.map(({ funder, amount }) => `${names.get(funder)} ${amount / 100n}`)
  for (let nth = 0; nth < 4; nth += 1) {
    const { holder } = await givenHolder(house, given)
    const [id, cause, paying] = [newId(), `coaching:${nth}`, newId()]
    const first = await reserved(house, given, holder, { id, cause, minutes: 90 })
    if (nth === 0) assert.deepEqual(told(first), ['Nordlys 5', 'Chamber 1', 'Client 3'])
    assert.deepEqual(await reserved(house, given, holder, { id, cause, minutes: 90 }), first)
    const pay = () =>
      house.writeAs(given.coordinator, (tx) => spend(tx, { id: paying, reservation: id, minutes: 75, day: day('2026-06-20'), coach }))
    assert.deepEqual(await pay(), await pay())
  }
})

test('Somebody who may not draw reserves nothing: for them the bank is not there.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const [mine, other] = [await givenHolder(house, given), await givenHolder(house, given)]
  await assert.rejects(reserved(house, given, mine.holder, { as: other.drawer.scope }), { name: 'Missing' })
})
