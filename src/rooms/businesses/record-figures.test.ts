import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { figuresForm } from './businesses.form.ts'
import { givenBusiness } from './businesses.testing.ts'
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
    const figures = { ...nothing, id: newId(), business, month: month('2026-10-17'), sales, cashBook: true, known: 'record' as const }
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

test('A loss has its minus; sales have none; money is read in any digits.', () => {
  const typed = { id: newId(), business: newId(), month: '2026-10-01', known: 'record' }
  const read = figuresForm({ ...typed, sales: '۶۰٬۰۰۰', profit: '-1,500.50', workers: '۲' })
  assert.ok('input' in read)
  assert.deepEqual([read.input.sales, read.input.profit, read.input.workers], [6_000_000n, -150_050n, 2])
  assert.deepEqual(figuresForm({ ...typed, sales: '-5' }), { slips: [{ field: 'sales', key: 'slip.amount.negative' }] })
})
