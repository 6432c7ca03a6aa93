import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope, Tx } from '#ground/db'
import { testHouse } from '#testing/house'
import { deposit } from './deposit.ts'
import { afghani, day, fund, type GivenBank, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { doneOf } from './ledger.testing.ts'
import { type Load, startLoad } from './ledger-load.testing.ts'
import { returnMoney } from './pay-coach.ts'
import { entriesOf } from './reads.ts'
import { expire, release } from './release.ts'
import { reserve } from './reserve.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()
const on = { day: day('2026-11-20') }
const times = (count: number) => Array.from({ length: count }, (_, at) => at)
const as = (scope: Scope, deed: (tx: Tx) => Promise<unknown>) => house.writeAs(scope, deed)
const entriesIn = ({ bank }: GivenBank) => house.read((db) => entriesOf(db, bank.id, { limit: 2_000 }))

test('The same id 64 times at once is applied once, whatever the deed; another body under it is refused.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder, drawer } = await givenHolder(house, given)
  const { bank, donor, coordinator } = given
  const before = (await entriesIn(given)).length
  const receipt = { ...on, id: newId(), bank: bank.id, funder: donor.id, amount: afghani(100), reference: 'slip 1' }
  const booking = { ...on, id: newId(), bank: bank.id, holder, minutes: 60, cause: 'coaching:one' }
  const spending = { ...on, id: newId(), reservation: booking.id, minutes: 45, coach }
  const undoing = { ...on, id: newId(), entry: spending.id, reason: 'not held' }
  const letting = { ...on, id: newId(), reservation: booking.id, reason: 'in time' }
  const deeds: [scope: Scope, deed: (tx: Tx) => Promise<unknown>, another: (tx: Tx) => Promise<unknown>][] = [
    [coordinator, (tx) => deposit(tx, receipt), (tx) => deposit(tx, { ...receipt, amount: afghani(101) })],
    [drawer.scope, (tx) => reserve(tx, booking), (tx) => reserve(tx, { ...booking, minutes: 75 })],
    [drawer.scope, (tx) => spend(tx, spending), (tx) => spend(tx, { ...spending, minutes: 60 })],
    [coordinator, (tx) => reverse(tx, undoing), (tx) => reverse(tx, { ...undoing, reason: 'other' })],
    [drawer.scope, (tx) => release(tx, letting), (tx) => release(tx, { ...letting, lostMinutes: 15 })],
  ]
  for (const [scope, deed, another] of deeds) {
    const answers = await Promise.all(times(64).map(() => as(scope, deed)))
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    await assert.rejects(as(scope, another), refused('hours.another'))
  }
  assert.equal((await entriesIn(given)).length, before + deeds.length)
})

test('Of two bodies under one id at once, one is applied and the other is refused.', async () => {
  const given = await givenBank(house)
  const receipt = { ...on, id: newId(), bank: given.bank.id, funder: given.donor.id, reference: 'slip' }
  const credits = times(32).map((at) =>
    as(given.coordinator, (tx) => deposit(tx, { ...receipt, amount: afghani(at % 2 === 0 ? 100 : 200) })),
  )
  assert.equal(await doneOf(credits, 'hours.another'), 16)
  assert.ok(['100', '200'].includes((await standing(house, given))['cash nordlys'] ?? ''))
})

test('Of 500 credits at once none is lost.', async () => {
  const given = await givenBank(house)
  const credit = { ...on, bank: given.bank.id, funder: given.donor.id, amount: afghani(1), reference: '' }
  await Promise.all(times(500).map(() => as(given.coordinator, (tx) => deposit(tx, { ...credit, id: newId() }))))
  assert.equal((await standing(house, given))['cash nordlys'], '500')
})

test('Twenty who draw 10 from 100 at once: exactly ten get it, and nothing is overdrawn.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 100 })
  const draw = { ...on, bank: given.bank.id, funder: given.donor.id, amount: afghani(10), reference: 'back' }
  const draws = times(20).map(() => as(given.coordinator, (tx) => returnMoney(tx, { ...draw, id: newId() })))
  assert.equal(await doneOf(draws, 'hours.short'), 10)
  assert.equal((await standing(house, given))['cash nordlys'], undefined)
})

test('Twenty who book where the money is enough for ten: exactly ten do, each of their own minutes.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 8_400, chamber: 5_000 })
  const holders = await Promise.all(times(20).map(() => givenHolder(house, given, 60)))
  const bookings = holders.map(({ holder, drawer }) => reserved(house, given, holder, { as: drawer.scope }))
  assert.equal(await doneOf(bookings, 'hours.short'), 10)
  const after = await standing(house, given)
  assert.deepEqual([after['cash nordlys'], after['reserved nordlys'], after.held, after.allotted], [undefined, '8400', '600', '600'])
})

test('Twenty bookings of one client, who has minutes for four: four, and no minute twice.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 50_000, chamber: 50_000 })
  const { holder } = await givenHolder(house, given, 60)
  assert.equal(
    await doneOf(
      times(20).map(() => reserved(house, given, holder, { minutes: 15 })),
      'hours.minutesShort',
    ),
    4,
  )
})

test('Thirty-two clients book the last hour at once from two processes: one has it.', async () => {
  const given = await givenBank(house)
  const { bank, donor, coordinator: scope } = given
  await fund(house, given, { donor: 1_679, chamber: 5_000 })
  const holders = await Promise.all(times(32).map(async () => (await givenHolder(house, given, 60)).holder))
  const { databaseName } = house
  const load: Omit<Load, 'holders'> = { databaseName, scope, bank: bank.id, funder: donor.id, coach, minutes: 60, once: true }
  const both = [holders.slice(0, 16), holders.slice(16)].map((some) => startLoad({ ...load, holders: some }))
  await Promise.all(both.map(({ ready }) => ready))
  for (const one of both) one.go()
  await Promise.all(both.map(({ ended }) => ended))
  const said = both.flatMap((one) => one.said)
  const ends = ['tries', 'done', 'refused'].map((word) => said.filter((line) => line.startsWith(word)))
  assert.deepEqual(
    ends.map(({ length }) => length),
    [32, 1, 31],
    said.join('\n'),
  )
  assert.ok(ends[2]?.every((line) => line.endsWith('hours.short')))
  const after = await standing(house, given)
  assert.deepEqual([after['cash nordlys'], after['reserved nordlys'], after.held], ['839', '840', '60'])
})

test('A reservation that is spent, given back, expired and undone at once ends in one way.', async () => {
  const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null } })
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder, drawer } = await givenHolder(house, given)
  const start = await standing(house, given)
  for (const _ of times(12)) {
    const { id: reservation } = await reserved(house, given, holder, { minutes: 15 })
    const ways = [
      as(drawer.scope, (tx) => spend(tx, { ...on, id: newId(), reservation, minutes: 15, coach })),
      as(given.coordinator, (tx) => spend(tx, { ...on, id: newId(), reservation, minutes: 15, coach })),
      as(drawer.scope, (tx) => release(tx, { ...on, id: newId(), reservation, reason: 'in time' })),
      as(given.coordinator, (tx) => expire(tx, { ...on, id: newId(), reservation, reason: 'nobody said' })),
      as(given.coordinator, (tx) => reverse(tx, { ...on, id: newId(), entry: reservation, reason: 'by mistake' })),
    ]
    assert.equal(await doneOf(ways, 'hours.resolved'), 1)
  }
  const after = await standing(house, given)
  assert.equal(after.held, undefined)
  assert.equal(Number(after.allotted) + Number(after.used ?? 0), Number(start.allotted))
  assert.equal(Number(after['cash nordlys']) + Number(after['spent nordlys'] ?? 0), 5_000)
})
