import type { Db } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { readSheet, type Sheet } from '#ground/sheet'
import { headersFingerprint, isUnkept, type Mapping, namesPeople, recogniseColumns, tidyMapping } from './columns.ts'
import { type Import, type Judgement, judge, type Take, takeNone } from './import.ts'
import { findImport, importBytes, importingOrganisation, knownPeople, savedMapping } from './import-reads.ts'
import { unpackSheet } from './kept-sheet.ts'
import { attributesUnkept } from './people-reads.ts'

/** What the columns of a sheet hold, and whether somebody should look: a column that nobody knows, or none that names people. */
export type Columns = { mapping: Mapping; needsHand: boolean }

/** The import with its sheet. Refuses `import.gone` once the file was removed; 404 where it is not yours. */
export async function openSheet(db: Db, id: string): Promise<{ which: Import; sheet: Sheet; columns: Columns }> {
  const which = found(await findImport(db, id))
  if (!which.kept) refuse('import.gone', { file: which.fileName })
  const bytes = await importBytes(db, id)
  const sheet = which.unkept.length > 0 ? unpackSheet(bytes) : await readSheet(bytes, which.fileName)
  return { which, sheet, columns: await columnsOf(db, which.organisation, sheet) }
}

/** What the rows of an import would do now to the people who are known now. */
export async function judgeImport(db: Db, id: string, take: Take = takeNone): Promise<Judgement> {
  const { which, sheet, columns } = await openSheet(db, id)
  const { language, zone } = found(await importingOrganisation(db, which.organisation))
  const calendar = language === 'fa-AF' ? ('persian' as const) : ('gregory' as const)
  const thisYear = db.now.toZonedDateTimeISO('UTC').year
  const known = await knownPeople(db, which.organisation)
  return judge(sheet, columns.mapping, known, { language, calendar, zone, side: which.side, thisYear }, take)
}

/** As it was said for these headers before; else as the names of the columns tell. An empty column without a name is left aside. */
export async function columnsOf(db: Db, organisation: string, sheet: Sheet): Promise<Columns> {
  const unkept = await attributesUnkept(db, organisation)
  const kept = (mapping: Mapping): Mapping => mapping.map((column) => (isUnkept(column, unkept) ? 'ignore' : column))
  const saved = await rememberedMapping(db, organisation, sheet.headers)
  if (saved !== null) {
    const mapping = kept(tidyMapping(saved, sheet.headers))
    return { mapping, needsHand: !namesPeople(mapping) }
  }
  const mapping = kept(recogniseColumns(sheet.headers).map((column, at) => (column === null && isEmpty(sheet, at) ? 'ignore' : column)))
  return { mapping, needsHand: mapping.includes(null) || !namesPeople(mapping) }
}

/** A sheet of refused rows is the sheet that was sent with our column before the others: what was said of those still holds. */
export async function rememberedMapping(db: Db, organisation: string, headers: readonly string[]): Promise<(string | null)[] | null> {
  const saved = await savedMapping(db, organisation, headersFingerprint(headers))
  if (saved !== null || recogniseColumns(headers)[0] !== 'ignore') return saved
  const rest = await savedMapping(db, organisation, headersFingerprint(headers.slice(1)))
  return rest && ['ignore', ...rest]
}

function isEmpty(sheet: Sheet, at: number): boolean {
  return sheet.rows.every(({ cells }) => (cells[at] ?? '').trim() === '')
}
