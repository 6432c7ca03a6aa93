import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Refusal } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { afghani, day, fund, givenBank, givenHolder, reserved, standing } from './hours.testing.ts'
import { release } from './release.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

const refused = (reason: string, facts?: object) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.reason, reason)
  if (facts) assert.deepEqual({ ...error.facts, ...facts }, error.facts)
  return true
}

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

test('What is resolved is not resolved again; reversed, it is open again, and an entry is reversed once.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const { id } = await reserved(house, given, holder)
  const first = newId()
  const spending = { reservation: id, minutes: 60, day: day('2026-06-20'), coach }
  await house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: first }))
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: newId() })),
    refused('hours.resolved'),
  )
  const undo = (entry: string) =>
    house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry, day: day('2026-06-21'), reason: 'wrong minutes' }))
  await assert.rejects(undo(id), refused('hours.resolved'))
  await undo(first)
  await assert.rejects(undo(first), refused('hours.reversed'))
  await house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: newId(), minutes: 45 }))
  const after = await standing(house, given)
  assert.deepEqual([after.used, after['spent nordlys'], after.held], ['45', '630', undefined])
})

test('Somebody who may not draw reserves nothing: for them the bank is not there.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const [mine, other] = [await givenHolder(house, given), await givenHolder(house, given)]
  await assert.rejects(reserved(house, given, mine.holder, { as: other.drawer.scope }), { name: 'Missing' })
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
