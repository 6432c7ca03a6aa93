import { refuse } from './refusal.ts'
import { restore } from './sheet-formula.ts'
import { sheetLimits } from './sheet-limits.ts'
import type { RawRecord } from './sheet-table.ts'

/*
 * Our own reader, because a stray quote must cost one row and not the rest of the file: csv-parse stops, or with its relaxed
 * options runs the rows together. On a file without such troubles the two agree, which the test checks.
 */

type Fields = { cells: string[]; next: number; crossesLines: boolean }

/**
 * The rows of a CSV text, blank ones left out but counted. Lines end in CRLF, LF or CR; the delimiter is read from the header.
 * A quote that never closes, or closes inside a word, names its own row as trouble; reading goes on with the next line.
 */
export function readCsv(text: string, fileName: string): RawRecord[] {
  const { delimiter, start } = dialectOf(text)
  const records: RawRecord[] = []
  let width: number | null = null
  let line = start === 0 ? 0 : 1
  for (let at = start; at < text.length; ) {
    line += 1
    const end = lineEnd(text, at)
    const fields: Fields | null = text.slice(at, end).includes('"')
      ? readFields(text, at, delimiter)
      : plainFields(text, at, end, delimiter)
    const whole: Fields | null = fields && !(fields.crossesLines && width !== null && fields.cells.length !== width) ? fields : null
    const next: number = whole ? whole.next : afterLineEnd(text, end)
    const cells: string[] = whole ? whole.cells : plainFields(text, at, end, delimiter).cells
    at = next
    if (whole && cells.every((cell) => cell.trim() === '')) continue
    records.push(whole ? { line, cells: cells.map(restore) } : { line, cells, trouble: { key: 'slip.sheet.quote', facts: {} } })
    width ??= cells.length
    if (records.length > sheetLimits.rowsMax + 10) refuse('sheet.rows', { file: fileName, rowsMax: sheetLimits.rowsMax })
  }
  return records
}

function plainFields(text: string, at: number, end: number, delimiter: string): Fields {
  const cells = text.slice(at, end).split(delimiter, sheetLimits.columnsMax + 1)
  return { cells, next: afterLineEnd(text, end), crossesLines: false }
}

/** Reads one record that has quotes; null when a quote is never closed, or closed in the middle of a cell. */
function readFields(text: string, at: number, delimiter: string): Fields | null {
  const cells: string[] = []
  const firstEnd = lineEnd(text, at)
  let end = firstEnd
  for (let from = at; ; from += 1) {
    const field = readField(text, from, end, delimiter)
    if (!field) return null
    if (cells.length <= sheetLimits.columnsMax) cells.push(field.cell)
    if (field.next > end) end = lineEnd(text, field.next)
    from = field.next
    if (text[from] !== delimiter) return { cells, next: afterLineEnd(text, from), crossesLines: end > firstEnd }
  }
}

function readField(text: string, from: number, end: number, delimiter: string): { cell: string; next: number } | null {
  let open = from
  while (text[open] === ' ') open += 1
  if (text[open] === '"') return readQuoted(text, open + 1, delimiter)
  const length = text.slice(from, end).indexOf(delimiter)
  const next = length === -1 ? end : from + length
  return { cell: text.slice(from, next), next }
}

function readQuoted(text: string, start: number, delimiter: string): { cell: string; next: number } | null {
  let quote = text.indexOf('"', start)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  if (quote === -1) return null
  let next = quote + 1
  while (text[next] === ' ') next += 1
  const after = text[next]
  if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r') return null
  return { cell: text.slice(start, quote).replaceAll('""', '"'), next }
}

const lineBreak = /[\r\n]/g

function lineEnd(text: string, at: number): number {
  lineBreak.lastIndex = at
  return lineBreak.exec(text)?.index ?? text.length
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

const delimiters = [',', ';', '\t', '|']

/** Spreadsheets may name the delimiter in a first line `sep=;`; else it is the one that the header uses most. */
function dialectOf(text: string): { delimiter: string; start: number } {
  const named = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text)
  if (named) return { delimiter: named[1] ?? ',', start: named[0].length }
  const from = text.search(/\S/)
  const header = from === -1 ? '' : text.slice(from, lineEnd(text, from)).replace(/"(?:[^"]|"")*"/g, '')
  const counts = delimiters.map((delimiter) => header.split(delimiter).length)
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',', start: 0 }
}
