import readExcelFile from 'read-excel-file/node'
import { refuse } from './refusal.ts'
import type { Remark } from './sheet.ts'
import { sheetLimits } from './sheet-limits.ts'
import type { RawRecord, RawTable } from './sheet-table.ts'
import { unzip, ZipDamaged, ZipTooLarge, zipStored } from './sheet-zip.ts'

type Cell = string | number | boolean | Date | null | undefined

/** The rows of the first worksheet that has any. Dates come as ISO text, numbers without a thousands mark, as they were stored. */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<RawTable> {
  const files = unpacked(bytes, fileName)
  const notes: Remark[] = []
  for (const [path, content] of files) {
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(path)) continue
    const text = withoutHollowCells(content.toString('utf8'))
    checkSpread(text, fileName)
    if (/<(?:\w+:)?mergeCell\s/.test(text) && notes.length === 0) notes.push({ key: 'note.sheet.merged', facts: {} })
    files.set(path, Buffer.from(text))
  }
  const sheets = await parsed(files, fileName)
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => textOf(cell) !== '')))
  const [first] = filled
  if (!first) refuse('sheet.empty', { file: fileName })
  if (filled.length > 1) notes.push({ key: 'note.sheet.others', facts: { read: first.sheet, others: filled.length - 1 } })
  return { records: first.data.map((row, at): RawRecord => ({ line: at + 1, cells: row.map(textOf) })), notes }
}

function unpacked(bytes: Uint8Array, fileName: string): Map<string, Buffer> {
  try {
    const files = unzip(bytes, (path) => /\.xml(\.rels)?$/i.test(path), sheetLimits.unpackedBytesMax)
    if (![...files.keys()].some((path) => /(^|\/)workbook\.xml$/i.test(path))) refuse('sheet.not-a-sheet', { file: fileName })
    return files
  } catch (error) {
    if (error instanceof ZipTooLarge) refuse('sheet.unpacked', { file: fileName, megabytesMax: sheetLimits.unpackedBytesMax / 1024 / 1024 })
    if (error instanceof ZipDamaged) refuse('sheet.damaged', { file: fileName })
    throw error
  }
}

/** Whole rows and columns that someone only coloured are cells without content, up to the 16,384th: they are no data. */
function withoutHollowCells(xml: string): string {
  return xml.replace(/<(?:\w+:)?(?:c|row)(?:\s[^<>]*)?\/>/g, '')
}

const address = /\sr\s*=\s*["']([A-Za-z]*)(\d*)["']/g
const linesMax = sheetLimits.rowsMax + 1_000

/** The reader makes a full rectangle of what it is told, so one cell far out must not be told. */
function checkSpread(xml: string, fileName: string): void {
  if (xml.includes('\u0000') || /\sr\s*=\s*["'][^"'<>]*&/.test(xml)) refuse('sheet.damaged', { file: fileName })
  for (const [, letters = '', number = ''] of xml.matchAll(address)) {
    if (Number(number) > linesMax) refuse('sheet.rows', { file: fileName, rowsMax: sheetLimits.rowsMax })
    if (columnOf(letters) > sheetLimits.columnsMax) refuse('sheet.columns', { file: fileName, columnsMax: sheetLimits.columnsMax })
  }
}

/** A is 1, Z is 26, AA is 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

async function parsed(files: Map<string, Buffer>, fileName: string): Promise<{ sheet: string; data: Cell[][] }[]> {
  try {
    const sheets = await readExcelFile(zipStored(files), { trim: false, parseNumber: Number })
    // Its types say the class Date where its values are dates.
    return sheets as unknown as { sheet: string; data: Cell[][] }[]
  } catch {
    // The reader throws what it likes at broken XML, and all of it means this to the person.
    return refuse('sheet.damaged', { file: fileName })
  }
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell)
}

/** A spreadsheet's date has no zone; a bare time is a date of the year 1899 or 1900. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  const clock = time.startsWith('00:00:00') ? '' : time.slice(0, 5)
  if (date.getUTCFullYear() <= 1900 && clock !== '') return clock
  return clock === '' ? day : `${day} ${clock}`
}
