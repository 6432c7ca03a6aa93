import { fold } from '#ground/fold'
import { refuse } from '#ground/refusal'
import { type Remark, readSheet, type SheetRow } from '#ground/sheet'
import type { Side } from '#scores/candidate'
import type { LeftOut, SheetFile, SheetPeople, Sides } from './match-people.ts'

/** Two people by id, as a row of a sheet names them. */
export type PairRow = { line: number; mentee: string; mentor: string; kind: string }

const headersOf = {
  mentee: ['mentee', 'mentee name', 'name of mentee', 'رهجو', 'نام رهجو'],
  mentor: ['mentor', 'mentor name', 'name of mentor', 'رهنما', 'نام رهنما'],
  menteeCode: ['mentee code', 'mentee id', 'کود رهجو'],
  mentorCode: ['mentor code', 'mentor id', 'کود رهنما'],
  kind: ['kind', 'نوع'],
}
type Column = keyof typeof headersOf

/**
 * Reads a sheet of pairs: a mentee and a mentor by code, else by a name that is one person's alone. Rows that name nobody, or more than
 * one, are answered apart. Refuses `match.pairColumns`, and what `readSheet` refuses.
 */
export async function readPairRows(
  { name, bytes }: SheetFile,
  sides: Sides,
): Promise<{ rows: PairRow[]; slips: LeftOut[]; notes: Remark[] }> {
  const sheet = await readSheet(bytes, name)
  const keys = sheet.headers.map((header) => fold(header.replaceAll(/[_-]/g, ' ')))
  const columnAt = (column: Column) => keys.findIndex((key) => headersOf[column].includes(key))
  const textIn = ({ cells }: SheetRow, column: Column) => cells[columnAt(column)]?.trim() ?? ''
  for (const side of ['mentee', 'mentor'] as const) {
    if (columnAt(side) < 0 && columnAt(`${side}Code`) < 0) refuse('match.pairColumns', { file: name, columns: sheet.headers.join(', ') })
  }
  const find = { mentee: finderAmong(sides.mentee), mentor: finderAmong(sides.mentor) }
  const rows: PairRow[] = []
  const slips: LeftOut[] = []
  for (const row of sheet.rows) {
    const found = row.trouble ?? pairIn(row, textIn, find)
    if ('key' in found) slips.push({ file: name, line: row.line, remark: found })
    else rows.push(found)
  }
  return { rows, slips, notes: sheet.notes }
}

function pairIn(row: SheetRow, textIn: (row: SheetRow, column: Column) => string, find: Record<Side, Finder>): PairRow | Remark {
  const ids = { mentee: '', mentor: '' }
  for (const side of ['mentee', 'mentor'] as const) {
    const code = textIn(row, `${side}Code`)
    const name = textIn(row, side)
    if (code === '' && name === '') return { key: 'slip.match.pairEmpty', facts: {} }
    const [id, another] = code === '' ? find[side].byEither(name) : find[side].byCode(code)
    if (id === undefined) return { key: 'slip.match.pairNobody', facts: { side, name: name === '' ? code : name } }
    if (another !== undefined) return { key: 'slip.match.pairSeveral', facts: { side, name } }
    ids[side] = id
  }
  return { line: row.line, ...ids, kind: textIn(row, 'kind') }
}

type Finder = { byCode(text: string): string[]; byEither(text: string): string[] }

function finderAmong({ candidates, namesOf }: SheetPeople): Finder {
  const byName = new Map<string, Set<string>>()
  const ids = new Set(candidates.map(({ id }) => id))
  for (const { id } of candidates) {
    for (const name of namesOf.get(id) ?? []) byName.set(fold(name), (byName.get(fold(name)) ?? new Set()).add(id))
  }
  const byCode = (text: string) => (ids.has(text) ? [text] : [])
  return { byCode, byEither: (text) => (ids.has(text) ? [text] : [...(byName.get(fold(text)) ?? [])]) }
}
