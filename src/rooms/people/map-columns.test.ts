import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, type Refusal } from '#ground/refusal'
import { languages, sayKey, sayTo, unknownReader } from '#ground/words'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { personColumns, recogniseColumns } from './columns.ts'
import { sheetOf, uploaded } from './import.testing.ts'
import { judgeImport, openSheet } from './judge-import.ts'
import { mapColumnsForm } from './map-columns.form.ts'
import { mapColumns } from './map-columns.ts'

const house = await testHouse()
const given = async () => givenKeeper(house, await givenOrganisation(house))
const sheet = (name: string) =>
  sheetOf([
    ['Who', 'Where to write', 'Shoe size'],
    [name, `${name}@un.org`, '38'],
  ])
const newId = () => crypto.randomUUID()

test('What was said of the columns is remembered for the next sheet with the same headers, and can be said otherwise.', async () => {
  const keeper = await given()
  const { id, needsHand } = await uploaded(house, keeper, sheet('ana'))
  assert.equal(needsHand, true)
  const say = (mapping: (string | null)[]) => house.writeAs(keeper.scope, (tx) => mapColumns(tx, { id: newId(), import: id, mapping }))
  await say(['fullName', 'email'])
  const next = await uploaded(house, keeper, sheet('bo'))
  assert.equal(next.needsHand, false)
  const judged = await house.database.read(keeper.scope, (db) => judgeImport(db, next.id))
  assert.deepEqual(
    judged.fresh.map(({ profile }) => [profile.fullName, profile.email]),
    [['bo', 'bo@un.org']],
  )
  const refused = sheetOf([
    ['What to mend', 'Who', 'Where to write', 'Shoe size'],
    ['this', 'Cy', 'cy@un.org', '40'],
  ])
  assert.equal((await uploaded(house, keeper, refused)).needsHand, false, 'the sheet of refused rows is asked about again')
  house.setNow('2026-11-23T08:00:01Z')
  await say(['fullName', 'ignore', 'about'])
  const again = await house.database.read(keeper.scope, (db) => openSheet(db, next.id))
  assert.deepEqual(again.columns, { mapping: ['fullName', 'ignore', 'about'], needsHand: false })
})

test('Another organisation is not told how these columns were mapped, and maps nothing here.', async () => {
  const keeper = await given()
  const stranger = await given()
  const { id } = await uploaded(house, keeper, sheet('ana'))
  const said = { id: newId(), import: id, mapping: ['fullName', 'email'] }
  await assert.rejects(
    house.writeAs(stranger.scope, (tx) => mapColumns(tx, said)),
    Missing,
  )
  await house.writeAs(keeper.scope, (tx) => mapColumns(tx, said))
  assert.equal((await uploaded(house, stranger, sheet('bo'))).needsHand, true)
})

test('Two columns on one field, or no column of names, are slips; leaving out is always possible.', () => {
  const ids = { id: newId(), import: newId() }
  const read = (...columns: string[]) =>
    mapColumnsForm({ ...ids, ...Object.fromEntries(columns.map((column, at) => [`column-${at}`, column])) })
  assert.deepEqual(read('fullName', 'email', 'email'), { slips: [{ field: 'column-2', key: 'slip.import.field-twice' }] })
  assert.deepEqual(read('email', 'ignore'), { slips: [{ field: '', key: 'slip.import.no-name' }] })
  assert.deepEqual(read('ignore', 'firstName', 'ignore'), { input: { ...ids, mapping: ['ignore', 'firstName', 'ignore'] } })
  assert.deepEqual(mapColumnsForm({ id: 'x' }), { slips: [{ field: '', key: 'slip.stale' }] })
})

test('Our own name of each column is known again when it comes in a sheet, in every language.', () => {
  for (const language of languages) {
    const say = sayTo({ ...unknownReader, language })
    for (const column of [...personColumns, 'ignore'] as const) {
      const header = sayKey(say, column === 'ignore' ? 'column.error' : `column.${column}`)
      assert.deepEqual(recogniseColumns([header]), [column], `${language}: ${header}`)
    }
  }
})

test('A file that was removed can no longer be mapped, and says so.', async () => {
  const keeper = await given()
  const { id } = await uploaded(house, keeper, sheet('ana'))
  await house.write((tx) =>
    tx
      .updateTable('imports')
      .set({ bytes: Buffer.alloc(0) })
      .where('id', '=', id)
      .execute(),
  )
  const said = { id: newId(), import: id, mapping: ['fullName'] }
  await assert.rejects(
    house.writeAs(keeper.scope, (tx) => mapColumns(tx, said)),
    (error: Refusal) => error.reason === 'import.gone',
  )
})
