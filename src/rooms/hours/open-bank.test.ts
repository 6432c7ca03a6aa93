import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { givenProgramme } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { day, givenBank, refused, standing } from './hours.testing.ts'
import { openBank } from './open-bank.ts'
import { bandsOn } from './share-reads.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands

const asked = (programme: string, id = newId()) => ({
  ...{ id, programme, name: 'HB-02', currency: 'AFN', minorDigits: 2, quantum: 100n, stepMinutes: 15, minutesMin: 15, perHour: 120_000n },
  ...{ fromDay: day('2026-01-01'), tiers: [], minutes: 600, terms: usualTerms(100n) },
})
const funder = (basisPoints: number) => ({ name: 'One', kind: 'cash' as const, reportCurrency: 'AFN', basisPoints, coversPoints: 0 })

test('A bank is opened with its shares and its hours, and a programme has one.', async () => {
  const given = await givenBank(house)
  const [band] = await house.read((db) => bandsOn(db, given.bank.id, day('2026-06-01')))
  assert.deepEqual(
    band?.shares.map(({ basisPoints }) => basisPoints),
    [7000, 2000, 1000],
  )
  assert.deepEqual(await standing(house, given), { planned: '-32400', pool: '32400' })
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => openBank(tx, { ...asked(given.bank.programme), funders: [funder(10_000)] })),
    refused('hours.oneBank'),
  )
  const again = { ...asked(given.bank.programme, given.bank.id), funders: [funder(10_000)] }
  assert.equal((await house.writeAs(given.coordinator, (tx) => openBank(tx, again))).id, given.bank.id)
})

test('Who does not coordinate the programme opens none.', async () => {
  const [given, other] = [await givenBank(house), await givenBank(house)]
  await assert.rejects(
    house.writeAs(other.coordinator, (tx) => openBank(tx, { ...asked(given.bank.programme), funders: [funder(10_000)] })),
    { name: 'Missing' },
  )
})

test('Shares that do not add up are refused by the database itself.', async () => {
  const { coordinator, id } = await givenProgramme(house)
  await assert.rejects(
    house.writeAs(coordinator, (tx) => openBank(tx, { ...asked(id), funders: [funder(9_999)] })),
    { constraint: 'shares_whole' },
  )
})
