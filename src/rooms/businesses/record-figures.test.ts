import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Slip } from '#ground/form'
import { refused } from '#hours/hours.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { givenBanked, givenBusiness } from './businesses.testing.ts'
import { figuresForm } from './figures.form.ts'
import { figuresOf, hasBaseline } from './reads.ts'
import { recordFigures } from './record-figures.ts'

const house = await testHouse()
const { newId } = realHands
const month = (text: string) => Temporal.PlainDate.from(text)
const nothing = { sales: null, costs: null, profit: null, customers: null, workers: null, women: null, practice: null }

test('Of a month the latest figures count; the first of all are the baseline.', async () => {
  const programme = await givenProgramme(house)
  const { id: business } = await givenBusiness(house, programme)
  assert.equal(await house.read((db) => hasBaseline(db, business)), false)
  for (const sales of [6_000_000n, 5_820_000n]) {
    const figures = {
      ...nothing,
      id: newId(),
      business,
      month: month('2026-10-17'),
      sales,
      currency: 'AFN',
      cashBook: true,
      known: 'record' as const,
    }
    await house.writeAs(programme.coordinator, (tx) => recordFigures(tx, figures))
    house.setNow(house.now().add({ seconds: 1 }).toString())
  }
  const figures = await house.read((db) => figuresOf(db, business, 10))
  assert.deepEqual(
    figures.map((one) => [one.month.toString(), one.sales]),
    [['2026-10-01', 5_820_000n]],
  )
  assert.equal(await house.read((db) => hasBaseline(db, business)), true)
})

test('A month that is not over, and more women than workers, are refused.', async () => {
  const programme = await givenProgramme(house)
  const { id: business } = await givenBusiness(house, programme)
  const record = (facts: object) =>
    house.writeAs(programme.coordinator, (tx) =>
      recordFigures(tx, { ...nothing, id: newId(), business, month: month('2026-10-01'), cashBook: false, known: 'estimate', ...facts }),
    )
  await assert.rejects(record({ month: month('2026-11-01') }), refused('businesses.monthNotOver'))
  await assert.rejects(record({ workers: 1, women: 2 }), refused('businesses.moreWomen'))
})

const typed = { id: newId(), business: newId(), month: '2026-10-01', currency: 'AFN', known: 'record' }

test('A loss has its minus; sales have none; money is read in any digits.', () => {
  const read = figuresForm({ ...typed, sales: '۶۰٬۰۰۰', profit: '\u200e-1,500.50', workers: '۲', obstacle: 'power' })
  assert.ok('input' in read)
  const { sales, profit, workers, obstacle } = read.input
  assert.deepEqual([sales, profit, workers, obstacle], [6_000_000n, -150_050n, 2, 'power'])
  assert.deepEqual(figuresForm({ ...typed, sales: '-5' }), { slips: [{ field: 'sales', key: 'slip.amount.negative' }] })
})

test('Money is kept to the unit beyond 2^53, and refused finer than its currency.', async () => {
  const read = figuresForm({ ...typed, sales: '90071992547409.93' })
  assert.ok('input' in read)
  assert.equal(read.input.sales, 2n ** 53n + 1n)
  const finer = (currency: string, sales: string) => figuresForm({ ...typed, currency, sales })
  assert.deepEqual(finer('AFN', '1.005'), { slips: [{ field: 'sales', key: 'slip.amount.either' }] })
  assert.deepEqual(finer('AFN', '1.0051'), { slips: [{ field: 'sales', key: 'slip.amount.too-fine' }] })
  assert.deepEqual(finer('JPY', '10.5'), { slips: [{ field: 'sales', key: 'slip.amount.too-fine' }] })
  for (const none of ['QQQ', '']) {
    const { slips } = finer(none, '10') as { slips: Slip[] }
    assert.deepEqual(
      slips.map(({ field, key }) => [field, key]),
      [['currency', 'slip.currency']],
    )
  }

  const programme = await givenProgramme(house)
  const { id: business } = await givenBusiness(house, programme)
  await house.writeAs(programme.coordinator, (tx) => recordFigures(tx, { ...read.input, business }))
  assert.equal((await house.read((db) => figuresOf(db, business, 1)))[0]?.sales, 2n ** 53n + 1n)
})

test('"Not told" stands beside no money, and figures without a figure are none.', () => {
  assert.deepEqual(figuresForm({ ...typed, known: 'refused', sales: '5' }), { slips: [{ field: 'known', key: 'slip.figures.told' }] })
  assert.deepEqual(figuresForm(typed), { slips: [{ field: 'sales', key: 'slip.figures.none' }] })
  assert.ok('input' in figuresForm({ ...typed, known: 'refused' }))
})

test('Money is of the currency of the bank; where there is none, of the one that is told.', async () => {
  const programme = await givenBanked(house)
  const { id: business } = await givenBusiness(house, programme)
  const record = (facts: object) =>
    house.writeAs(programme.coordinator, (tx) =>
      recordFigures(tx, {
        ...nothing,
        id: newId(),
        business,
        month: month('2026-09-01'),
        sales: 5n,
        cashBook: false,
        known: 'record',
        ...facts,
      }),
    )
  await assert.rejects(record({ currency: 'USD' }), refused('businesses.otherCurrency', { currency: 'AFN' }))
  await record({})
  assert.equal((await house.read((db) => figuresOf(db, business, 1)))[0]?.currency, 'AFN')

  const without = await givenProgramme(house)
  const { id } = await givenBusiness(house, without)
  const asked = { ...nothing, id: newId(), business: id, month: month('2026-09-01'), sales: 5n, cashBook: false, known: 'record' as const }
  await assert.rejects(
    house.writeAs(without.coordinator, (tx) => recordFigures(tx, asked)),
    refused('businesses.currency'),
  )
})
