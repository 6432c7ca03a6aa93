import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { completeImport } from './complete-import.ts'
import { sheetOf, uploaded } from './import.testing.ts'
import { takeNone } from './import.ts'
import { findImport } from './import-reads.ts'
import { sweepImports } from './sweep-imports.ts'

const house = await testHouse()

test('A week after its import a file goes and whom it brought stays known; what nobody completed goes whole; the rest stays.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const sheet = sheetOf([
    ['name', 'email'],
    ['Ana', 'ana@un.org'],
  ])
  const { id: completed } = await uploaded(house, keeper, sheet)
  await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: completed, take: takeNone }))
  const { id: left } = await uploaded(house, keeper, sheet)
  const kept = async (id: string) => (await house.read((db) => findImport(db, id)))?.kept
  house.setNow('2026-11-30T07:59:59Z')
  const { id: recent } = await uploaded(house, keeper, sheet)
  await house.write(sweepImports)
  assert.deepEqual([await kept(completed), await kept(left), await kept(recent)], [true, true, true])
  house.setNow('2026-11-30T08:00:01Z')
  await house.write(sweepImports)
  assert.deepEqual([await kept(completed), await kept(left), await kept(recent)], [false, undefined, true])
  const brought = await house.read((db) => db.selectFrom('importPeople').selectAll().where('import', '=', completed).execute())
  assert.equal(brought.length, 1)
})
