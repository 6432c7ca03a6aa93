import { cleanText, oneLine } from '#ground/fold'
import type { Facts } from '#ground/refusal'
import type { PersonColumn } from './column-names.ts'
import type { Mapping } from './columns.ts'

/** One thing in a row to mend: which field, the key of its sentence, what the sentence is told, and what the cell held (cut to 120). */
export type RowSlip = { field: PersonColumn; key: string; facts: Facts; given: string }

export const givenCharsMax = 120

export type Cells = ReturnType<typeof reader>

/** Hands out the row's cells by field, cleaned, and gathers what is wrong with them. */
export function reader(row: readonly string[], mapping: Mapping) {
  const slips: RowSlip[] = []
  const slip = (field: PersonColumn, key: string, facts: Facts = {}) => {
    const given = (row[mapping.indexOf(field)] ?? '').replaceAll('\u0000', '\ufffd').toWellFormed().slice(0, givenCharsMax).toWellFormed()
    slips.push({ field, key, facts: { given, ...facts }, given })
    return null
  }
  const text = (field: PersonColumn): string | null => {
    const cleaned = cleanText(row[mapping.indexOf(field)] ?? '')
    if ('slip' in cleaned) return slip(field, `slip.${cleaned.slip}`)
    return cleaned.text === '' ? null : cleaned.text
  }
  const line = (field: PersonColumn, charsMax: number): string | null => {
    const found = text(field)
    const single = found === null ? null : oneLine(found)
    if (single !== null && single.length > charsMax) return slip(field, 'slip.too-long', { max: charsMax })
    return single === '' ? null : single
  }
  /** What `read` makes of the cell; a cell that it cannot read is a slip with this key. */
  const part = <T>(field: PersonColumn, key: string, read: (found: string) => T | null, facts: Facts = {}): T | null => {
    const found = text(field)
    if (found === null) return null
    return read(found) ?? slip(field, key, facts)
  }
  return { has: (field: PersonColumn) => mapping.includes(field), slips, slip, text, line, part }
}
