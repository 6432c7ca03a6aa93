import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bridge } from '#hours/bridge'
import { refused, reserved, standing } from '#hours/hours.testing'
import { reverse } from '#hours/reverse'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { type BridgeTranche, bridgeTranche } from './bridge-tranche.ts'
import { afghani, day, dollars, type Funded, givenFunded, newId, rate } from './funding.testing.ts'
import { moneyOf } from './money-of.ts'
import { insertBridge } from './writes.ts'

const house = await testHouse()
const lentOn = day('2026-11-20')

const bridged = (given: Funded, tranche: string, amount: number, facts: Partial<BridgeTranche> = {}) => {
  const asked = {
    id: newId(),
    tranche,
    ...afghani(amount),
    rate: null,
    rateSource: null,
    lentOn,
    reference: 'Own reserve',
    isLookedOver: true,
  }
  return house.writeAs(given.coordinator, (tx) => bridgeTranche(tx, { ...asked, ...facts }))
}

/** Signed in afghani: AFN 204,600 that are due in 40 days. */
async function givenDue(dueOn = '2026-12-30') {
  const given = await givenFunded(house)
  const commitment = await given.signed(afghani(300_000))
  return { given, tranche: await given.planned(commitment, afghani(204_600), null, dueOn) }
}

const ofDonor = async (given: Funded) => {
  const now = await standing(house, given)
  return { cash: now['cash nordlys'], bridged: now['bridged nordlys'], reserved: now['reserved nordlys'] }
}

test('With 500 left an hour of 840 waits; 340 are bridged and it is booked; the tranche pays them back first (7.7.1).', async () => {
  const { given, tranche } = await givenDue()
  const own = { currency: 'AFN', rate: null, rateSource: null, reportRate: rate('0.0141'), valueDate: lentOn }
  await given.received({ ...own, amount: 50_000n })
  await given.received({ ...own, funder: given.chamber.id, amount: 1_000_000n })
  const holder = await given.holder()
  await assert.rejects(reserved(house, given, holder), refused('hours.short', { who: 'Nordlys', left: '500', asked: '840' }))

  await bridged(given, tranche, 340)
  await reserved(house, given, holder)
  assert.deepEqual(await ofDonor(given), { cash: undefined, bridged: '-340', reserved: '840' })
  const [donor] = await house.read((db) => moneyOf(db, given.bank))
  assert.deepEqual([donor?.bridged, donor?.available, donor?.received], [34_000n, 0n, 50_000n])

  await given.received({ ...own, amount: 20_460_000n, tranche })
  assert.deepEqual(await ofDonor(given), { cash: '204260', bridged: undefined, reserved: '840' })
  assert.equal(await refusedWith(bridged(given, tranche, 1)), 'funding.bridgeHere')
})

test('A quarter of a tranche is lent at the most, in as many bridges as it takes; what was taken back is free again.', async () => {
  const { given, tranche } = await givenDue()
  const first = newId()
  await bridged(given, tranche, 51_000, { id: first })
  await assert.rejects(bridged(given, tranche, 151), refused('funding.bridgeMuch', { percent: 25, left: '150.00', currency: 'AFN' }))
  await bridged(given, tranche, 150)
  assert.equal((await ofDonor(given)).cash, '51150')
  await house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry: first, day: lentOn, reason: 'not needed' }))
  await bridged(given, tranche, 51_000)
  assert.deepEqual(await ofDonor(given), { cash: '51150', bridged: '-51150', reserved: undefined })
})

test('Only what is due within 60 days is bridged, and not what was due before.', async () => {
  const { given, tranche } = await givenDue('2027-01-19')
  await bridged(given, tranche, 100)
  assert.equal(await refusedWith(bridged(given, tranche, 100, { lentOn: day('2026-11-19') })), 'funding.bridgeDays')
  const late = await givenDue('2026-11-19')
  assert.equal(await refusedWith(bridged(late.given, late.tranche, 100)), 'funding.bridgeDays')
})

test('A tranche in dollars is counted at a rate that is kept; its bridge is in the bank’s currency.', async () => {
  const given = await givenFunded(house)
  const tranche = await given.planned(await given.signed(), dollars(3_000), null, '2026-12-30')
  assert.equal(await refusedWith(bridged(given, tranche, 100)), 'funding.rate')
  const priced = { rate: rate('68.20'), rateSource: 'Da Afghanistan Bank' }
  assert.equal(await refusedWith(bridged(given, tranche, 100, { ...priced, ...dollars(1) })), 'funding.currency')
  await assert.rejects(bridged(given, tranche, 51_151, priced), refused('funding.bridgeMuch', { left: '51150.00' }))
  await bridged(given, tranche, 51_150, priced)
  assert.equal((await ofDonor(given)).bridged, '-51150')
})

test('The same bridge twice is one; what has not been looked over lends nothing.', async () => {
  const { given, tranche } = await givenDue()
  const id = newId()
  assert.equal(await refusedWith(bridged(given, tranche, 340, { id, isLookedOver: false })), 'funding.look')
  await bridged(given, tranche, 340, { id })
  await bridged(given, tranche, 340, { id })
  assert.equal(await refusedWith(bridged(given, tranche, 341, { id })), 'hours.another')
  assert.equal((await ofDonor(given)).bridged, '-340')
})

test('The database lends nothing without a tranche, nor more than the rules allow, nor by another entry.', async () => {
  const { given, tranche } = await givenDue()
  const { bank, donor, coordinator } = given
  const entry = { bank: bank.id, funder: donor.id, amount: 6_000_000n, day: lentOn, reference: 'Own reserve' }
  const row = {
    ...{ bank: bank.id, funder: donor.id, tranche, amount: entry.amount, lentOn, reference: 'Own reserve' },
    rate: null,
    rateSource: null,
  }
  const broken = (constraint: string) => (error: unknown) => (error as { constraint?: string }).constraint === constraint
  const lend = (facts: Partial<Parameters<typeof insertBridge>[1]> | null) =>
    house.writeAs(coordinator, async (tx) => {
      const id = tx.newId()
      await bridge(tx, { id, ...entry })
      if (facts !== null) await insertBridge(tx, { id, ...row, ...facts })
    })
  await assert.rejects(lend(null), broken('entries_bridge'))
  await assert.rejects(lend({}), broken('bridges_bounded'))
  await assert.rejects(lend({ amount: 100n }), broken('same_as_entry'))
  await assert.rejects(lend({ rate: '2', rateSource: 'a bank' }), broken('bridges_bounded'))
})
