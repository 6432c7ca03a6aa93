import { type Facts, refuse } from './refusal.ts'
import { readCsv } from './sheet-csv.ts'
import { decodeText } from './sheet-encoding.ts'
import { sheetLimits } from './sheet-limits.ts'
import { type RawTable, tableOf } from './sheet-table.ts'
import { readXlsx } from './sheet-xlsx.ts'

/** A sentence by its key in the catalogue (`slip.sheet.ragged`, `note.sheet.encoding`) and what it is told. */
export type Remark = { key: string; facts: Facts }

export type SheetRow = {
  /** The row's number as a spreadsheet shows it: the header is 1 where nothing stands above it, blank rows count. */
  line: number
  /** As many as there are headers; a ragged row in trouble may have more. An over-long cell is cut, with its trouble named. */
  cells: string[]
  /** Why this row cannot be taken as it stands. */
  trouble?: Remark
}

export type Sheet = {
  /** Never empty, never twice the same: a second "name" is "name (2)", an empty one "column 3". */
  headers: string[]
  rows: SheetRow[]
  /** What the reader should know of the file as a whole: a guessed encoding, other sheets left aside. */
  notes: Remark[]
}

/**
 * Reads a CSV or XLSX file. Each row that is not blank is in `rows`, with its trouble where it has one: nothing is lost.
 * Refuses what is no sheet at all, or goes beyond `sheetLimits`: `sheet.empty`, `sheet.not-a-sheet`, `sheet.locked`, `sheet.old-excel`,
 * `sheet.damaged`, `sheet.bytes`, `sheet.rows`, `sheet.columns`. Throws nothing else, whatever the bytes.
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  if (bytes.length === 0) refuse('sheet.empty', { file: fileName })
  if (bytes.length > sheetLimits.bytesMax) refuse('sheet.bytes', { file: fileName, megabytesMax: sheetLimits.bytesMax / 1024 / 1024 })
  const kind = kindOf(bytes)
  if (kind === 'zip') return tableOf(await readXlsx(bytes, fileName), fileName)
  if (kind === 'compound') refuse(holds(bytes, 'EncryptedPackage') ? 'sheet.locked' : 'sheet.old-excel', { file: fileName })
  if (kind === 'other') refuse('sheet.not-a-sheet', { file: fileName })
  return tableOf(readText(bytes, fileName), fileName)
}

function readText(bytes: Uint8Array, fileName: string): RawTable {
  const { text, encoding, guessed } = decodeText(bytes)
  if (!looksLikeText(text)) refuse('sheet.not-a-sheet', { file: fileName })
  const notes = guessed ? [{ key: 'note.sheet.encoding', facts: { encoding } }] : []
  return { records: readCsv(text, fileName), notes }
}

const starts: [string, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x1f, 0x8b, 0x08]],
  ['other', [0x50, 0x4b, 0x05, 0x06]],
  ['other', [0xff, 0xfe, 0x00, 0x00]],
]

function kindOf(bytes: Uint8Array): string {
  return starts.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? 'text'
}

/** Looks for a name in the directory of a compound file, where names are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))
}

const page = /^\s*<(?:!doctype|html|head|body|table|\?xml|svg|\?php)[\s>]/i

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 65_536)
  if (page.test(sample)) return false
  const controls = sample.match(/[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0
  return controls <= 8 + sample.length / 20
}
