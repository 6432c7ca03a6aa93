import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { closePeriod } from './close-period.ts'
import { deposit } from './deposit.ts'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved } from './hours.testing.ts'
import { findEntry } from './reads.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('A closed period stays closed: what is late for it goes to the next open day, and says of which day it is.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const { id } = await reserved(house, given, holder, { on: day('2026-06-20') })
  const close = (through: string, closing = newId()) =>
    house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: closing, bank: given.bank.id, through: day(through) }))
  await assert.rejects(close('2026-11-23'), refused('hours.notOver'))
  await close('2026-06-30')
  await assert.rejects(close('2026-06-30'), refused('hours.closed', { day: '2026-06-30' }))
  const entry = newId()
  await house.writeAs(given.coordinator, (tx) => spend(tx, { id: entry, reservation: id, minutes: 60, day: day('2026-06-20'), coach }))
  const late = await house.read((db) => findEntry(db, entry))
  assert.deepEqual([late?.day.toString(), late?.reference], ['2026-07-01', '(2026-06-20)'])
})

test('The database enters nothing on a closed day either.', async () => {
  const { bank, donor, coordinator } = await givenBank(house)
  const receipt = { bank: bank.id, funder: donor.id, amount: afghani(1), day: day('2026-02-01'), reference: 'x' }
  await house.writeAs(coordinator, (tx) => deposit(tx, { ...receipt, id: newId() }))
  await house.writeAs(coordinator, (tx) => closePeriod(tx, { id: newId(), bank: bank.id, through: day('2026-06-30') }))
  await assert.rejects(
    house.write(async (tx) => {
      const first = await tx
        .selectFrom('entries')
        .selectAll()
        .where('bank', '=', bank.id)
        .where('kind', '=', 'deposit')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('entries')
        .values({ ...first, id: newId() })
        .execute()
    }),
    { constraint: 'entries_open_period' },
  )
})
