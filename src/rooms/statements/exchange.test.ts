import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPilot, spent } from '#funding/funding.testing'
import { day } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { exchangeOf } from './exchange.ts'
import { statementsOf } from './statement.ts'
import type { CameIn } from './statement-figures.ts'

const receipt = (on: string, dollars: bigint, rate: string, ledger: bigint): CameIn => ({
  ...{ funder: 'f', number: 1, day: day(on), valueDate: day(on), amount: dollars * 100n, currency: 'USD', minorDigits: 2, rate },
  ...{ ledger: ledger * 100n, foreign: dollars * 100n, reportCurrency: 'USD', reportDigits: 2 },
})
const tranches = [receipt('2026-02-03', 4_000n, '70.90', 283_600n), receipt('2026-08-03', 3_000n, '68.20', 204_600n)]
const gone = (spent: bigint, returned = 0n) => ({ spent: spent * 100n, returned: returned * 100n, waived: 0n, corrected: 0n })
const summer = day('2026-07-01')

test('Of AFN 350,000, the quarter in which the second tranche came spends the rest of the first before it: USD 4,973.61 in all.', () => {
  const winter = exchangeOf(tranches.slice(0, 1), { before: gone(0n), end: gone(141_800n) }, day('2026-01-01'))
  assert.deepEqual([winter?.opening, winter?.received, winter?.spent, winter?.closing], [0n, 400_000n, 200_000n, 200_000n])
  const later = exchangeOf(tranches, { before: gone(141_800n), end: gone(350_000n) }, summer)
  assert.deepEqual(
    [later?.opening, later?.received, later?.spent, later?.otherwise, later?.closing],
    [200_000n, 300_000n, 297_361n, 0n, 202_639n],
  )
  assert.equal(later?.difference, -810_000n, 'AFN 8,100 less than at the first tranche’s rate')
  assert.deepEqual(
    later?.receipts.map(({ rate }) => rate),
    ['68.20'],
  )
})

test('Quarter by quarter it adds up to the whole, and opening and closing meet, whatever was given back.', () => {
  const days = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map(day)
  const ends = [gone(70_001n), gone(150_003n, 1_007n), gone(333_337n, 1_007n), gone(400_009n, 20_011n)]
  const came = [tranches.slice(0, 1), tranches.slice(0, 1), tranches, tranches]
  const quarters = days.map((from, at) => exchangeOf(came[at] ?? [], { before: ends[at - 1] ?? gone(0n), end: ends[at] ?? gone(0n) }, from))
  const sum = (part: 'received' | 'spent' | 'otherwise' | 'difference') => quarters.reduce((all, one) => all + (one?.[part] ?? 0n), 0n)
  for (const [at, one] of quarters.entries()) assert.equal(one?.opening, quarters[at - 1]?.closing ?? 0n)
  const whole = exchangeOf(tranches, { before: gone(0n), end: ends[3] ?? gone(0n) }, day('2026-01-01'))
  assert.deepEqual(
    [sum('received'), sum('spent'), sum('otherwise'), sum('difference')],
    [700_000n, whole?.spent, whole?.otherwise, -810_000n],
  )
})

test('What was spent before any money came has no rate; the receipt that comes later gives it one.', () => {
  assert.equal(exchangeOf([], { before: gone(0n), end: gone(340n) }, summer), null)
  const later = exchangeOf(tranches.slice(1), { before: gone(340n), end: gone(340n) }, summer)
  assert.equal(later?.spent, 499n, 'AFN 340 ÷ 68.20')
})

test('A statement shows the exchange of who reads another currency, and of nobody else.', async () => {
  const house = await testHouse()
  const given = await givenPilot(house)
  await spent(house, given, 3)
  const of = (name: string, from: string, to: string) =>
    house.read((db) => statementsOf(db, given.bank, { name, from: day(from), to: day(to) }))
  const [donor, chamber] = (await of('2026-4', '2026-10-01', '2026-12-31')).rows
  assert.deepEqual(
    [donor?.exchange?.opening, donor?.exchange?.received, donor?.exchange?.spent, donor?.exchange?.closing],
    [700_000n, 0n, 7_109n, 692_891n],
    '6 hours at AFN 840 ÷ 70.90',
  )
  assert.equal(chamber?.exchange, null)
  const [then] = (await of('2026-3', '2026-07-01', '2026-09-30')).rows
  assert.deepEqual([then?.exchange?.received, then?.exchange?.difference, then?.exchange?.receipts.length], [300_000n, -810_000n, 1])
  const earlier = (await of('2025-4', '2025-10-01', '2025-12-31')).rows
  assert.ok(earlier.every(({ exchange }) => exchange === null))
})
