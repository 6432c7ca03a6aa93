import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { sheetLimits } from '#ground/sheet-limits'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { sheetOf, uploaded } from './import.testing.ts'
import { findImport, importsOf } from './import-reads.ts'
import { uploadSheetForm } from './upload-sheet.form.ts'
import { uploadSheet } from './upload-sheet.ts'

const house = await testHouse()
const given = async () => givenKeeper(house, await givenOrganisation(house))
const bytesOf = (text: string) => new TextEncoder().encode(text)

test('Columns that we know go straight to the check; one that nobody knows needs a hand, an empty one does not.', async () => {
  const keeper = await given()
  const asks = async (headers: string[], row: string[]) => (await uploaded(house, keeper, sheetOf([headers, row]))).needsHand
  assert.equal(await asks(['Full name', 'E-mail'], ['Ana', 'ana@un.org']), false)
  assert.equal(await asks(['Full name', 'Shoe size'], ['Ana', '38']), true)
  assert.equal(await asks(['Full name', 'Shoe size'], ['Ana', ' ']), false)
  assert.equal(await asks(['E-mail'], ['ana@un.org']), true)
})

test('What is no sheet is refused by name, and nothing of it is kept.', async () => {
  const keeper = await given()
  const cases: [Uint8Array, string][] = [
    [bytesOf(''), 'sheet.empty'],
    [bytesOf('\n\n'), 'sheet.empty'],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'sheet.not-a-sheet'],
    [bytesOf('<!doctype html><html></html>'), 'sheet.not-a-sheet'],
    [Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 9, 9]), 'sheet.damaged'],
    [new Uint8Array(sheetLimits.bytesMax + 1), 'sheet.bytes'],
  ]
  for (const [bytes, reason] of cases) {
    await assert.rejects(uploaded(house, keeper, bytes), (error: Refusal) => error instanceof Refusal && error.reason === reason, reason)
  }
  assert.equal((await house.read((db) => importsOf(db, keeper.organisation, 1))).count, 0)
})

test('The same upload twice is one import; the same file uploaded again is another.', async () => {
  const keeper = await given()
  const bytes = sheetOf([
    ['name', 'email'],
    ['Ana', 'ana@un.org'],
  ])
  const upload = {
    id: crypto.randomUUID(),
    organisation: keeper.organisation,
    fileName: 'C:\\HR\\people\u0000 \ud800.csv',
    bytes,
    side: null,
  }
  for (let nth = 0; nth < 2; nth++) await house.writeAs(keeper.scope, (tx) => uploadSheet(tx, upload))
  await uploaded(house, keeper, bytes)
  const { imports, count } = await house.database.read(keeper.scope, (db) => importsOf(db, keeper.organisation, 1))
  assert.equal(count, 2)
  assert.deepEqual(imports.map(({ fileName }) => fileName).sort(), ['people \ufffd.csv', 'people.csv'].sort())
  assert.equal((await house.news('import.uploaded')).filter(({ subject }) => subject === upload.id).length, 1)
})

test('Only who keeps the organisation brings a sheet in, and nobody else finds it.', async () => {
  const keeper = await given()
  const stranger = await given()
  const bytes = sheetOf([['name'], ['Ana']])
  const upload = { id: crypto.randomUUID(), organisation: keeper.organisation, fileName: 'a.csv', bytes, side: null }
  await assert.rejects(
    house.writeAs(stranger.scope, (tx) => uploadSheet(tx, upload)),
    Missing,
  )
  const { id } = await uploaded(house, keeper, bytes)
  assert.equal(await house.database.read(stranger.scope, (db) => findImport(db, id)), undefined)
})

test('A form without a file says which file to choose.', () => {
  const ids = { organisation: crypto.randomUUID(), id: crypto.randomUUID() }
  const slip = { slips: [{ field: 'sheet', key: 'slip.import.file', facts: {} }] }
  assert.deepEqual(uploadSheetForm(ids), slip)
  assert.deepEqual(uploadSheetForm({ ...ids, sheet: 'text' }), slip)
  assert.deepEqual(uploadSheetForm({ ...ids, sheet: new File([], '') }), slip)
  const sheet = new File(['name\nAna'], 'a.csv')
  assert.deepEqual(uploadSheetForm({ ...ids, sheet, side: 'sheet' }), { input: { ...ids, sheet, side: null } })
})
