import { gunzipSync, gzipSync } from 'node:zlib'
import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Sheet, SheetRow } from '#ground/sheet'
import { sheetLimits } from '#ground/sheet-limits'
import { isUnkept, recogniseColumns } from './columns.ts'
import { attributesUnkept } from './people-reads.ts'

/** A sheet without the columns of attributes that no programme of the organisation may have, and what those were called. */
export type Keepable = { sheet: Sheet; unkept: string[] }

/** `said` is what was said by hand of these headers before; each header is looked at by itself, so that a second "gender" goes too. */
export async function keepable(db: Db, organisation: string, sheet: Sheet, said: readonly (string | null)[] | null): Promise<Keepable> {
  const attributes = await attributesUnkept(db, organisation)
  const isOut = (header: string, at: number) =>
    [said?.[at] ?? null, recogniseColumns([header])[0] ?? null].some((column) => isUnkept(column, attributes))
  const out = new Set(sheet.headers.flatMap((header, at) => (isOut(header, at) ? [at] : [])))
  return out.size === 0
    ? { sheet, unkept: [] }
    : { sheet: withoutColumns(sheet, out), unkept: sheet.headers.filter((_, at) => out.has(at)) }
}

function withoutColumns(sheet: Sheet, out: ReadonlySet<number>): Sheet {
  const rest = <T>(of: readonly T[]) => of.filter((_, at) => !out.has(at))
  const headers = rest(sheet.headers)
  // In a row whose cells are not where its headers are, nobody knows which of them is the one that may not stay.
  const cellsOf = ({ cells, trouble }: SheetRow) =>
    trouble === undefined || trouble.key === 'slip.sheet.cell-long' ? rest(cells) : headers.map(() => '')
  return { ...sheet, headers, rows: sheet.rows.map((row) => ({ ...row, cells: cellsOf(row) })) }
}

/** A sheet as it was read, to be kept in place of its file. Refuses `sheet.bytes` where it is larger than a file may be. */
export function packSheet(sheet: Sheet, fileName: string): Buffer {
  const bytes = gzipSync(JSON.stringify(sheet))
  if (bytes.length > sheetLimits.bytesMax) refuse('sheet.bytes', { file: fileName, megabytesMax: sheetLimits.bytesMax / 1024 / 1024 })
  return bytes
}

/** Only of what `packSheet` made: nothing of it is checked again. */
export function unpackSheet(bytes: Uint8Array): Sheet {
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as Sheet
}
