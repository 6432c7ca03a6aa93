import { createHash } from 'node:crypto'
import { fold } from '#ground/fold'
import { columnNames, type PersonColumn } from './column-names.ts'

/** What each column of a sheet is, in the sheet's order: a field, left aside, or not known (null) and to be said by hand. */
export type Mapping = (PersonColumn | 'ignore' | null)[]

export const personColumns = Object.keys(columnNames).filter((name) => name !== 'ignore') as PersonColumn[]

const known = new Map(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.split('|').map((name) => [columnKey(name), column as PersonColumn | 'ignore'] as const),
  ),
)

/** Finds what each header names. A field is taken by the first header that names it; a second one is left to be mapped by hand. */
export function recogniseColumns(headers: readonly string[]): Mapping {
  const taken = new Set<string>()
  return headers.map((header) => {
    const column = known.get(columnKey(header)) ?? known.get(columnKey(header.replace(/[([].*?[)\]]/g, ' '))) ?? null
    if (column === null || column === 'ignore') return column
    if (taken.has(column)) return null
    taken.add(column)
    return column
  })
}

/** Whether a column holds one of these attributes; with identity goes what is wished of a partner's. */
export function isUnkept(column: string | null, attributes: readonly string[]): boolean {
  const asks = column === 'preferredIdentity' || column === 'wantsSimilar' ? 'identity' : column
  return asks !== null && attributes.includes(asks)
}

/** True when the mapping says who a person is: a name, whole or in two parts. */
export function namesPeople(mapping: Mapping): boolean {
  return mapping.some((column) => column === 'fullName' || column === 'firstName' || column === 'lastName')
}

/** A mapping as it came back from a page or from an earlier import, brought to today's columns; each field once. */
export function tidyMapping(mapping: readonly (string | null)[], headers: readonly string[]): Mapping {
  const taken = new Set<string>()
  return headers.map((_, at) => {
    const column = mapping[at] ?? null
    if (column === 'ignore') return 'ignore'
    if (column === null || !(personColumns as string[]).includes(column) || taken.has(column)) return null
    taken.add(column)
    return column as PersonColumn
  })
}

/** The same for sheets with the same headers in the same order, whatever their case, spaces or marks: finds the mapping again. */
export function headersFingerprint(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(columnKey)))
    .digest('hex')
    .slice(0, 32)
}

/** A header without its punctuation: "E-mail:", "e_mail" and "E mail *" are one. */
function columnKey(header: string): string {
  return fold(header)
    .replace(/['’]/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
