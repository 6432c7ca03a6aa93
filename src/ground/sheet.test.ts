import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Refusal } from './refusal.ts'
import { readSheet } from './sheet.ts'
import { sheetLimits } from './sheet-limits.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const arabic = (text: string) => {
  const letters = [...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, i) => i))]
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)))
}
const read = (what: string | Uint8Array) => readSheet(typeof what === 'string' ? bytes(what) : what, 'people.csv')
const table = async (what: string | Uint8Array) => {
  const { headers, rows } = await read(what)
  return [headers, ...rows.map(({ cells }) => cells)]
}
const plain = [
  ['name', 'city'],
  ['زهرا', 'کابل'],
  ['Ana', 'Turin'],
]

const forms: [string, string | Uint8Array][] = [
  ['with CRLF', 'name,city\r\nزهرا,کابل\r\nAna,Turin\r\n'],
  ['with LF and no last line end', 'name,city\nزهرا,کابل\nAna,Turin'],
  ['with bare CR', 'name,city\rزهرا,کابل\rAna,Turin\r'],
  ['with semicolons', 'name;city\nزهرا;کابل\nAna;Turin'],
  ['with tabs', 'name\tcity\nزهرا\tکابل\nAna\tTurin'],
  ['that names its delimiter', 'sep=;\nname;city\nزهرا;کابل\nAna;Turin'],
  ['with a byte order mark', '\ufeffname,city\nزهرا,کابل\nAna,Turin'],
  ['in UTF-16 LE with a mark', bytes('\ufeffname\tcity\nزهرا\tکابل\nAna\tTurin', 'utf16le')],
  ['in UTF-16 LE without', bytes('name\tcity\nزهرا\tکابل\nAna\tTurin', 'utf16le')],
  ['in UTF-16 BE with a mark', swapped('\ufeffname,city\nزهرا,کابل\nAna,Turin')],
  ['in UTF-16 BE without', swapped('name,city\nزهرا,کابل\nAna,Turin')],
  ['with quotes and spaces about them', '"name", "city"\n"زهرا" ,"کابل"\n"Ana","Turin"'],
  ['with blank lines', '\nname,city\n\nزهرا,کابل\n,\n  \nAna,Turin\n\n'],
  ['with short rows and trailing commas', 'name,city,,\nزهرا,کابل,,,,\nAna,Turin'],
]
for (const [form, file] of forms) {
  test(`A sheet ${form} is read as it was meant.`, async () => assert.deepEqual(await table(file), plain))
}

test('Windows-1256 and Windows-1252 are told apart, and the reader is told of the guess.', async () => {
  const arab = await read(arabic('الاسم,city\nفاطمة أحمد,Cairo\n'))
  assert.deepEqual([arab.headers[0], arab.rows[0]?.cells[0]], ['الاسم', 'فاطمة أحمد'])
  assert.deepEqual(arab.notes, [{ key: 'note.sheet.encoding', facts: { encoding: 'windows-1256' } }])
  const west = await read(latin('prénom,cité\nÉloïse,Orléans\nNuñez,Málaga\n'))
  assert.deepEqual(
    [west.headers, west.rows[0]?.cells],
    [
      ['prénom', 'cité'],
      ['Éloïse', 'Orléans'],
    ],
  )
  assert.deepEqual(west.notes, [{ key: 'note.sheet.encoding', facts: { encoding: 'windows-1252' } }])
})

test('A row has the number that a spreadsheet shows, counting blank rows and cells of several lines.', async () => {
  const { rows } = await read('\nname,about\n\nAna,"one\ntwo"\nBo,x\n')
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, cells[0]]),
    [
      [4, 'Ana'],
      [5, 'Bo'],
    ],
  )
  assert.equal(rows[0]?.cells[1], 'one\ntwo')
})

test('A quote that never closes costs its own row, named by number; every other row is taken.', async () => {
  for (const bad of ['Bad,"never closed', 'Bad,"half" closed', '"Bad,x', 'Bad,"x,y']) {
    const { rows } = await read(`name,city\nAna,Turin\n${bad}\nBo,"Oslo, N"\nCy,"Rome"\n"Di",Bonn\n`)
    assert.deepEqual(
      rows.map(({ line, trouble }) => [line, trouble?.key]),
      [
        [2, undefined],
        [3, 'slip.sheet.quote'],
        [4, undefined],
        [5, undefined],
        [6, undefined],
      ],
      bad,
    )
    assert.deepEqual(
      rows.slice(2).map(({ cells }) => cells),
      [
        ['Bo', 'Oslo, N'],
        ['Cy', 'Rome'],
        ['Di', 'Bonn'],
      ],
    )
    assert.equal(rows[1]?.cells.join(',').includes('Bad'), true)
  }
})

test('A stray quote that closes rows later does not swallow the rows between.', async () => {
  const { rows } = await read('name,city\nBad,"open\nBo,Oslo\nCy,5",x\nDi,Bonn\n')
  assert.deepEqual(
    rows.map(({ line, cells, trouble }) => [line, cells[0], trouble?.key]),
    [
      [2, 'Bad', 'slip.sheet.quote'],
      [3, 'Bo', undefined],
      [4, 'Cy', 'slip.sheet.ragged'],
      [5, 'Di', undefined],
    ],
  )
})

test('An inch mark inside a cell is text.', async () => {
  assert.deepEqual((await table('name,size\nAna,5" disk\n'))[1], ['Ana', '5" disk'])
})

test('A row with more cells than headers is explained, and keeps them all.', async () => {
  const { rows } = await read('name,city\nAna,Turin,Italy\nBo,Oslo\n')
  assert.deepEqual(rows[0], {
    line: 2,
    cells: ['Ana', 'Turin', 'Italy'],
    trouble: { key: 'slip.sheet.ragged', facts: { cells: 3, columns: 2 } },
  })
  assert.equal(rows[1]?.trouble, undefined)
})

test('Headers that repeat or are empty are told apart and noted; a title above them is set aside.', async () => {
  const { headers, rows, notes } = await read('Staff list 2030\n\nname,Name,,city\nAna,B,c,Turin\n')
  assert.deepEqual(headers, ['name', 'Name (2)', 'column 3', 'city'])
  assert.deepEqual(rows[0], { line: 4, cells: ['Ana', 'B', 'c', 'Turin'] })
  assert.deepEqual(
    notes.map(({ key }) => key),
    ['note.sheet.title', 'note.sheet.header-twice', 'note.sheet.header-empty'],
  )
})

test('NUL, half a character, and a cell of 10 MB are explained by row; the rest is taken.', async () => {
  const { rows } = await read(`name,about\nAna,a\u0000b\nBo,${'x'.repeat(10_000_000)}\nCy,fine\n`)
  assert.deepEqual(
    rows.map(({ trouble }) => trouble?.key),
    ['slip.sheet.unkeepable', 'slip.sheet.cell-long', undefined],
  )
  assert.equal(rows[0]?.cells[1], 'a\ufffdb')
  assert.equal(rows[1]?.cells[1]?.length, sheetLimits.cellCharsMax)
  assert.deepEqual(rows[1]?.trouble?.facts, { header: 'about', chars: 10_000_000, charsMax: sheetLimits.cellCharsMax })
})

test('Header only is a sheet without rows.', async () => assert.deepEqual(await table('name,city\n'), [['name', 'city']]))

const noSheets: [string, string | Uint8Array, string][] = [
  ['an empty file', '', 'sheet.empty'],
  ['blank lines', '\n \n,,\n', 'sheet.empty'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'sheet.not-a-sheet'],
  ['a PDF', '%PDF-1.7 abc', 'sheet.not-a-sheet'],
  ['a web page', '<!doctype html><p>hello', 'sheet.not-a-sheet'],
  ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9), 'sheet.damaged'],
  ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'sheet.old-excel'],
  [
    'a file with a password',
    new Uint8Array(Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('EncryptedPackage', 'utf16le')])),
    'sheet.locked',
  ],
  ['a file that is too big', new Uint8Array(sheetLimits.bytesMax + 1), 'sheet.bytes'],
  ['too many columns', 'a,'.repeat(201), 'sheet.columns'],
  ['a header whose quote never closes', 'name,"city\nAna,Turin\n', 'sheet.header'],
]
for (const [what, file, reason] of noSheets) {
  test(`Not a sheet, and said so: ${what}.`, async () => {
    await assert.rejects(read(file), (error) => error instanceof Refusal && error.reason === reason)
  })
}

test('Whatever the bytes, the answer is a sheet or a refusal.', async () => {
  const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xd0, 0xcf, 0x11, 0xe0], [0x6e, 0x2c, 0x22])
  const any = fc.tuple(start, fc.uint8Array({ maxLength: 400 })).map(([head, tail]) => Uint8Array.from([...head, ...tail]))
  const messy = fc
    .array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '""', "'", '='), { maxLength: 60 })
    .map((parts) => bytes(parts.join('')))
  await fc.assert(
    fc.asyncProperty(fc.oneof(any, messy), async (file) => {
      const answer = await readSheet(file, 'x').catch((error: unknown) => error)
      assert.ok(answer instanceof Refusal || 'headers' in (answer as object), String(answer))
    }),
    { numRuns: 2_000 },
  )
})

test('Where a CSV is without fault, we read what csv-parse reads.', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ';', ' '), maxLength: 6 }).map((text) => `x${text}`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = ['h1,h2,h3', ...rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))].join('\r\n')
      assert.deepEqual((await table(file)).slice(1), parse(file, { record_delimiter: '\r\n' }).slice(1))
    }),
  )
})
