import writeExcelFile from 'write-excel-file/node'
import { defuse } from './sheet-formula.ts'

const xlsxCellCharsMax = 32_767

/**
 * A CSV file as spreadsheets like it: UTF-8 with a byte order mark, commas, CRLF. What would run as a formula is defused with a
 * leading apostrophe, which `readSheet` takes off again.
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const lines = [headers, ...rows].map((row) => row.map((cell) => quoted(defuse(cell))).join(','))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

function quoted(cell: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * An XLSX file of one worksheet in which every cell is text, so that nothing runs and no leading zero is lost.
 * A cell beyond what the format holds (32,767 characters) is cut and ends in "…".
 */
export async function writeXlsx(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  options: { rightToLeft?: boolean; sheetName?: string } = {},
): Promise<Uint8Array> {
  const bold = headers.map((header) => ({ value: storable(header), type: String, fontWeight: 'bold' as const }))
  const data = rows.map((row) => row.map((cell) => (cell === '' ? null : { value: storable(cell), type: String })))
  const settings = { rightToLeft: options.rightToLeft ?? false, sheet: options.sheetName ?? 'Sheet1', stickyRowsCount: 1 }
  return await writeExcelFile([bold, ...data], settings).toBuffer()
}

/** XML holds no control characters; the format's own escape is _xHHHH_, which must then be escaped where someone typed it. */
function storable(cell: string): string {
  const cut = cell.length > xlsxCellCharsMax ? `${cell.slice(0, xlsxCellCharsMax - 1)}…` : cell
  // The writer keeps its texts in a plain object, where "toString" and its like are already taken.
  if (cut in {}) return `_x${codeOf(cut)}_${cut.slice(1)}`
  return cut
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu, escaped)
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `_x${codeOf(unit)}_`)
    .join('')
}

function codeOf(text: string): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
