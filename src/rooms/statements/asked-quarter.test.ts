import assert from 'node:assert/strict'
import { test } from 'node:test'
import { todayOf } from '#funding/today'
import { fund, givenBank } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { askedQuarter } from './asked-quarter.ts'

const house = await testHouse()
const given = await givenBank(house)
const { bank } = given
await fund(house, given, { donor: 1 })
await house.write((tx) => tx.updateTable('organisations').set({ zone: 'Asia/Kabul' }).where('id', '=', bank.organisation).execute())
const asked = (query = '') => house.read((db) => askedQuarter(db, bank, new URLSearchParams(query)))

test('A quarter begins at midnight where the bank is: half past seven in the evening of the day before, by UTC, in Kabul.', async () => {
  house.setNow('2026-12-31T19:29:59Z')
  assert.equal((await asked()).quarter.name, '2026-4')
  house.setNow('2026-12-31T19:30:00Z')
  const { quarter, quarters } = await asked()
  assert.deepEqual([quarter.name, quarters[0]?.name], ['2027-1', '2027-1'])
  assert.equal(String(await house.read((db) => todayOf(db, bank))), '2027-01-01')
})

test('A quarter that is asked for is one of those since the first day entered of, February; any other is the present one.', async () => {
  house.setNow('2026-12-31T19:30:00Z')
  assert.equal((await asked('quarter=2026-4')).quarter.name, '2026-4')
  assert.equal((await asked()).quarters.at(-1)?.name, '2026-1')
  for (const odd of ['quarter=2025-4', 'quarter=2027-2', 'quarter=%00']) assert.equal((await asked(odd)).quarter.name, '2027-1')
})
