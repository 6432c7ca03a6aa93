import { createHash } from 'node:crypto'
import { fold } from '#ground/fold'
import type { Facts } from '#ground/refusal'
import type { Remark, Sheet } from '#ground/sheet'
import type { PersonColumn } from './column-names.ts'
import type { Mapping } from './columns.ts'
import { type ImportPlan, type KnownPerson, planImport } from './import-plan.ts'
import type { Attribute } from './person.ts'
import { type PersonRow, type RowDefaults, readPersonRow } from './person-row.ts'
import type { Side } from './read-parts.ts'

export const importLimits = {
  fileNameCharsMax: 255,
  /** A little over the largest sheet, so that a sheet just too large is refused in words. */
  uploadBytesMax: 21 * 1024 * 1024,
  rowsAPageMax: 50,
  importsAPageMax: 50,
  ticksMax: 50,
  notesMax: 20,
  rowsAStatementMax: 1_000,
  keptDays: 7,
} as const

/** How many rows were new, changed somebody, found somebody as they are, wait for a decision, or cannot be taken. */
export type ImportCounts = { fresh: number; changed: number; same: number; held: number; refused: number }

export type Import = {
  id: string
  organisation: string
  fileName: string
  /** The side that all people of the sheet take, where no column of it says. */
  side: Side | null
  uploadedAt: Temporal.Instant
  /** Headers of columns that were not kept; where there are any, the sheet as it was read is kept in place of the file. */
  unkept: string[]
  /** False once the file was removed; the counts stay. */
  kept: boolean
  completion: (ImportCounts & { at: Temporal.Instant }) | null
}

/** Rows that nobody can identify, and that the coordinator takes all the same, under codes made by us: all, or those of these lines. */
export type Take = { all: boolean; lines: ReadonlySet<number> }
export const takeNone: Take = { all: false, lines: new Set() }

export type RowFault = { field: PersonColumn | null; given: string; key: string; facts: Facts }
export type RefusedRow = { line: number; cells: string[]; faults: RowFault[] }
export type HeldRow = { line: number; cells: string[]; name: string; detail: string | null; why: Remark; mayTake: boolean }

/** What a sheet would do to an organisation's people; every row is in exactly one list. */
export type Judgement = Pick<ImportPlan, 'fresh' | 'changed' | 'same'> & {
  headers: string[]
  mapping: Mapping
  held: HeldRow[]
  refused: RefusedRow[]
  /** Of the file as a whole. */
  notes: Remark[]
  /** Of single rows that are taken with a change of ours. */
  rowNotes: { line: number; note: Remark }[]
}

/** Reads and places each row. Attributes count as no difference: nobody may look at those that are known. */
export function judge(sheet: Sheet, mapping: Mapping, known: readonly KnownPerson[], defaults: RowDefaults, take = takeNone): Judgement {
  const { rows, refused } = readRows(sheet, mapping, defaults)
  const plan = withoutAttributes(planImport(withCodes(rows, known, take), known))
  const cellsAt = new Map(sheet.rows.map((row) => [row.line, row.cells]))
  const cellsOf = ({ line }: PersonRow) => cellsAt.get(line) ?? []
  const twins = plan.refused.map(({ row, slip }) => ({ line: row.line, cells: cellsOf(row), faults: [twinFault(row, slip)] }))
  return {
    headers: sheet.headers,
    mapping,
    fresh: plan.fresh,
    changed: plan.changed,
    same: plan.same,
    held: plan.held.map(({ row, why }) => heldRow(row, cellsOf(row), why)),
    refused: [...refused, ...twins].sort((a, b) => a.line - b.line),
    notes: sheet.notes,
    rowNotes: rows.flatMap(({ line, notes }) => notes.map((note) => ({ line, note }))),
  }
}

export function countsOf({ fresh, changed, same, held, refused }: Judgement): ImportCounts {
  return { fresh: fresh.length, changed: changed.length, same: same.length, held: held.length, refused: refused.length }
}

export function fineOf({ fresh, changed, same }: ImportCounts): number {
  return fresh + changed + same
}

function readRows(sheet: Sheet, mapping: Mapping, defaults: RowDefaults): { rows: PersonRow[]; refused: RefusedRow[] } {
  const rows: PersonRow[] = []
  const refused: RefusedRow[] = []
  for (const { line, cells, trouble } of sheet.rows) {
    if (trouble) {
      refused.push({ line, cells, faults: [{ field: null, given: '', ...trouble }] })
      continue
    }
    const read = readPersonRow({ line, cells }, mapping, defaults)
    if ('row' in read) rows.push(read.row)
    else refused.push({ line, cells, faults: read.slips })
  }
  return { rows, refused }
}

/** Gives a code to rows without anything that identifies: to those that are taken, and to those taken before, as the same code tells. */
function withCodes(rows: readonly PersonRow[], known: readonly KnownPerson[], take: Take): PersonRow[] {
  const codes = new Set(known.map(({ profile }) => fold(profile.code)))
  const times = new Map<string, number>()
  return rows.map((row) => {
    const { code, email, phone } = row.profile
    if (code !== null || email !== null || phone !== null) return row
    const content = contentKey(row)
    const nth = (times.get(content) ?? 0) + 1
    times.set(content, nth)
    const made = codeOfContent(content, nth)
    const taken = take.all || take.lines.has(row.line) || codes.has(fold(made))
    return taken ? { ...row, profile: { ...row.profile, code: made } } : row
  })
}

function contentKey({ profile }: PersonRow): string {
  const { fullName, unit, jobTitle, grade, field, country, about } = profile
  return JSON.stringify([fold(fullName), ...[unit, jobTitle, grade, field, country, about].map((text) => fold(text ?? ''))])
}

/** The same for the same row of the same sheet, so that importing again finds whom it made. */
function codeOfContent(content: string, nth: number): string {
  const letters = 'abcdefghjkmnpqrstvwxyz0123456789'
  const hash = createHash('sha256').update(`row|${nth}|${content}`).digest()
  return `P-${[...hash.subarray(0, 10)].map((byte) => letters[byte % 32]).join('')}`
}

const attributeNames: ReadonlySet<string> = new Set<Attribute>(['gender', 'ethnicity', 'birthYear', 'disability', 'identity'])

function withoutAttributes(plan: ImportPlan): ImportPlan {
  const changed = plan.changed.map((entry) => ({
    ...entry,
    differences: entry.differences.filter(({ field }) => !attributeNames.has(field)),
  }))
  const unchanged = changed.filter(({ differences }) => differences.length === 0)
  return { ...plan, changed: changed.filter(({ differences }) => differences.length > 0), same: [...plan.same, ...unchanged] }
}

function twinFault(row: PersonRow, { key, facts }: Remark): RowFault {
  const byCode = key === 'slip.person.code-twice'
  return { field: byCode ? 'code' : 'fullName', given: byCode ? (row.profile.code ?? '') : row.profile.fullName, key, facts }
}

function heldRow({ line, profile }: PersonRow, cells: string[], why: Remark): HeldRow {
  const detail = profile.unit ?? profile.jobTitle ?? profile.country
  return { line, cells, name: profile.fullName, detail, why, mayTake: why.key === 'held.person.unidentified' }
}

const untold = new Set(
  `prefer not to say|prefer not to answer|i prefer not to say|rather not say|not stated|undisclosed|not disclosed|declined to answer
    |n/a|-|je prefere ne pas le dire|je prefere ne pas repondre|prefere ne pas dire|ne souhaite pas repondre|non communique
    |prefiero no decirlo|prefiero no decir|prefiero no responder|افضل عدم القول|أفضل عدم الإجابة|افضل عدم الافصاح
    |ترجیح می دهم نگویم|نمی خواهم بگویم|ترجیح میدهم نگویم|نمیخواهم بگویم|نه غواړم ووایم`
    .split('|')
    .map(fold),
)

/** What a row tells of a person; "prefer not to say" tells nothing. */
export function toldOf(attributes: PersonRow['attributes']): [Attribute, string][] {
  return (Object.entries(attributes) as [Attribute, string][]).filter(([, value]) => !untold.has(fold(value)))
}

/** Where an uploaded sheet stands, as it is sealed. */
export const placeOfSheet = (id: string) => ({ kind: 'sheet', item: id, author: '' })
