import { refuse } from './refusal.ts'
import type { Remark, Sheet, SheetRow } from './sheet.ts'
import { sheetLimits } from './sheet-limits.ts'

/** A row as the file gave it, before the header is known. */
export type RawRecord = { line: number; cells: string[]; trouble?: Remark }
export type RawTable = { records: RawRecord[]; notes: Remark[] }

/** Takes the first row that is not blank as the header and brings every other row under it, or says by number why not. */
export function tableOf(table: RawTable, fileName: string): Sheet {
  const records = table.records.filter(hasText)
  const titles = titleRows(records)
  const [first, ...rest] = records.slice(titles)
  if (!first) refuse('sheet.empty', { file: fileName })
  if (first.trouble) refuse('sheet.header', { file: fileName, line: first.line })
  if (rest.length > sheetLimits.rowsMax) refuse('sheet.rows', { file: fileName, rowsMax: sheetLimits.rowsMax })
  const width = Math.max(
    filledOf(first.cells),
    Math.min(
      first.cells.length,
      rest.reduce((most, row) => Math.max(most, filledOf(row.cells)), 0),
    ),
  )
  if (width > sheetLimits.columnsMax) refuse('sheet.columns', { file: fileName, columnsMax: sheetLimits.columnsMax })
  const given = first.cells.slice(0, width)
  const headers = tellApart(given.map(headerText))
  const skipped = records.slice(0, titles).map(({ line, cells }) => ({
    key: 'note.sheet.title',
    facts: { line, text: headerText(cells.find((cell) => cell.trim() !== '') ?? '', 0) },
  }))
  return {
    headers,
    rows: rest.map((record) => rowOf(record, headers)),
    notes: [...table.notes, ...skipped, ...headerNotes(given, headers)],
  }
}

const titleRowsMax = 5

/** Office sheets often carry a title above the header: rows of one cell, before a row of three or more. */
function titleRows(records: RawRecord[]): number {
  const header = records.slice(0, titleRowsMax + 1).findIndex((record) => countOf(record.cells) !== 1)
  const found = records[header]
  return found && !found.trouble && countOf(found.cells) >= 3 ? header : 0
}

function countOf(cells: string[]): number {
  return cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0)
}

function filledOf(cells: string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function hasText(record: RawRecord): boolean {
  return record.trouble !== undefined || record.cells.some((cell) => cell.trim() !== '')
}

function headerText(cell: string, at: number): string {
  const text = cell.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, sheetLimits.headerCharsMax)
  return text === '' ? `column ${at + 1}` : text.toWellFormed()
}

function tellApart(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let copy = 2; taken.has(own.toLowerCase()); copy++) own = `${name} (${copy})`
    taken.add(own.toLowerCase())
    return own
  })
}

function headerNotes(given: string[], headers: string[]): Remark[] {
  return headers.flatMap((header, at): Remark[] => {
    const own = headerText(given[at] ?? '', at)
    if ((given[at] ?? '').trim() === '') return [{ key: 'note.sheet.header-empty', facts: { column: at + 1, header } }]
    return own === header ? [] : [{ key: 'note.sheet.header-twice', facts: { name: own, header } }]
  })
}

function rowOf(record: RawRecord, headers: string[]): SheetRow {
  const cells = record.cells.slice(0, Math.max(filledOf(record.cells), Math.min(record.cells.length, headers.length)))
  while (cells.length < headers.length) cells.push('')
  const trouble = record.trouble ?? troubleOf(cells, headers)
  if (!trouble) return { line: record.line, cells }
  return { line: record.line, cells: cells.slice(0, sheetLimits.columnsMax).map(keepable), trouble }
}

function troubleOf(cells: string[], headers: string[]): Remark | undefined {
  if (cells.length > headers.length) {
    return { key: 'slip.sheet.ragged', facts: { cells: cells.length, columns: headers.length } }
  }
  for (const [at, cell] of cells.entries()) {
    const header = headers[at] ?? ''
    if (cell.length > sheetLimits.cellCharsMax) {
      return { key: 'slip.sheet.cell-long', facts: { header, chars: cell.length, charsMax: sheetLimits.cellCharsMax } }
    }
    if (cell.includes('\u0000') || !cell.isWellFormed()) return { key: 'slip.sheet.unkeepable', facts: { header } }
  }
  return undefined
}

/** A troubled row goes back to its owner through the database and a file: short enough, and of characters that both can hold. */
function keepable(cell: string): string {
  const whole = cell.replaceAll('\u0000', '\ufffd')
  return (whole.length > sheetLimits.cellCharsMax ? `${whole.slice(0, sheetLimits.cellCharsMax - 1)}…` : whole).toWellFormed()
}
