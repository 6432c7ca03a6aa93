import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import writeExcelFile from 'write-excel-file/node'
import { readSheet } from './sheet.ts'
import { writeCsv, writeXlsx } from './sheet-write.ts'
import { unzip, zipStored } from './sheet-zip.ts'

const headers = ['name', 'note', 'more']
/** A text half of whose characters are control characters is taken for no text at all. */
function fewControls(table: string[][]): string[][] {
  return table.map((row) =>
    row.map((value) => (value === 'a\u0001' ? value : value.replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/g, ''))),
  )
}

const text = (cell: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(cell)
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '+93 700',
    '-5',
    '@x',
    '\tx',
    '\rx',
    "'",
    "'=1",
    "''=x",
    ' =1',
    '1;2',
    'a|b',
    '"',
    '\r\n',
    '_x0041_',
    '_x005F_',
    '＝1',
    'toString',
    '__proto__',
    'a\u0001',
  ),
)
const rows = fc.array(
  fc
    .tuple(
      fc.string({ unit: 'binary', maxLength: 8 }).map((name) => `n${name}`),
      cell,
      cell,
    )
    .map((row) => row.map(kept)),
  { maxLength: 6 },
)

/** What no sheet can hold is refused on reading; here only what can be held is asked back. */
function kept(value: string): string {
  return value.replaceAll('\u0000', '').replaceAll('\ufeff', '')
}

test('A CSV that we wrote reads back as it was, formulas and apostrophes included.', async () => {
  await fc.assert(
    fc.asyncProperty(rows.map(fewControls), async (table) => {
      const { headers: names, rows: read } = await readSheet(writeCsv(headers, table), 'x.csv')
      assert.deepEqual([names, ...read.map(({ cells }) => cells)], [headers, ...table])
    }),
    { numRuns: 500 },
  )
})

test('An XLSX that we wrote reads back as it was, control characters and Excel escapes included.', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const { headers: names, rows: read } = await readSheet(await writeXlsx(headers, table, { rightToLeft: true }), 'x.xlsx')
      assert.deepEqual([names, ...read.map(({ cells }) => cells)], [headers, ...table])
    }),
    { numRuns: 150 },
  )
})

test('A cell that a spreadsheet would run begins with an apostrophe in the file.', () => {
  const file = text(writeCsv(['name'], [['=HYPERLINK("x")'], ['+93'], ['plain']]))
  assert.equal(file, '\ufeffname\r\n"\'=HYPERLINK(""x"")"\r\n\'+93\r\nplain\r\n')
})

test('Dates, numbers, yes and no of a spreadsheet come as plain text; empty sheets are passed over and others noted.', async () => {
  const people = [
    ['name', 'born', 'grade', 'both', 'phone'].map((value) => ({ value, type: String })),
    [
      { value: 'Ana', type: String },
      { value: new Date('1985-02-28T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      { value: 1.5, type: Number },
      { value: true, type: Boolean },
      { value: 93700123456, type: Number },
    ],
  ]
  const other = [[{ value: 'other', type: String }]]
  const file = await writeExcelFile([
    { data: [], sheet: 'Empty' },
    { data: people, sheet: 'People' },
    { data: other, sheet: 'Other' },
  ]).toBuffer()
  const { rows: read, notes } = await readSheet(file, 'x.xlsx')
  assert.deepEqual(read, [{ line: 2, cells: ['Ana', '1985-02-28', '1.5', 'yes', '93700123456'] }])
  assert.deepEqual(notes, [{ key: 'note.sheet.others', facts: { read: 'People', others: 1 } }])
})

test('Merged cells are noted; a row coloured out to the last column and a column to the last row are no data.', async () => {
  const file = await changed(await writeXlsx(['name', 'city'], [['Ana', 'Turin']]), (xml) =>
    xml
      .replace('</row>', '<c r="XFD1" s="1"/></row>')
      .replace(
        '</sheetData>',
        '<row r="1048576"/><row r="1048575"><c r="A1048575"/></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
      )
      .replace('<row r="1048575"></row>', ''),
  )
  await assert.rejects(readSheet(file, 'x.xlsx'), { reason: 'sheet.rows' })
  const merged = await changed(await writeXlsx(['name', 'city'], [['Ana', 'Turin']]), (xml) =>
    xml
      .replace('</row>', '<c r="XFD1" s="1"/></row>')
      .replace('</sheetData>', '<row r="1048576" ht="5"/></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>'),
  )
  const { rows: read, notes } = await readSheet(merged, 'x.xlsx')
  assert.deepEqual(read[0]?.cells, ['Ana', 'Turin'])
  assert.deepEqual(notes, [{ key: 'note.sheet.merged', facts: {} }])
})

test('Cells far out, broken XML and an archive of something else are refused, not tried.', async () => {
  const good = await writeXlsx(['name'], [['Ana']])
  const far = await changed(good, (xml) =>
    xml.replace('</row>', '<c r="GS1" t="inlineStr"><is><t>x</t></is></c></row>').replace(/A2/g, 'A100999'),
  )
  await assert.rejects(readSheet(far, 'x'), { reason: 'sheet.columns' })
  const low = await changed(good, (xml) => xml.replace(/(?<=r=")A2/g, 'A101001'))
  await assert.rejects(readSheet(low, 'x'), { reason: 'sheet.rows' })
  const torn = await changed(good, (xml) => xml.slice(0, xml.length / 2))
  await assert.rejects(readSheet(torn, 'x'), { reason: 'sheet.damaged' })
  await assert.rejects(readSheet(zipStored(new Map([['content.xml', Buffer.from('<a/>')]])), 'x'), { reason: 'sheet.not-a-sheet' })
})

test('An archive that unpacks to 300 MB is stopped on the way, whatever it says of its size.', async () => {
  const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 32))
  const file = zipStored(new Map([['xl/workbook.xml', packed]]))
  const directory = file.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  file.writeUInt16LE(8, directory + 10)
  file.writeUInt16LE(8, 8)
  await assert.rejects(readSheet(file, 'x.xlsx'), { reason: 'sheet.unpacked' })
})

test('100,000 rows go out to XLSX and come back.', async () => {
  const table = Array.from({ length: 100_000 }, (_, i) => [`Person ${i}`, `p${i}@example.org`, 'Turin'])
  const { rows: read } = await readSheet(await writeXlsx(headers, table), 'x.xlsx')
  assert.equal(read.length, 100_000)
  assert.deepEqual(read[99_999], { line: 100_001, cells: table[99_999] })
})

async function changed(file: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const files = unzip(file, () => true, 10_000_000)
  for (const [path, content] of files) if (path.includes('worksheets/sheet')) files.set(path, Buffer.from(change(content.toString())))
  return zipStored(files)
}
