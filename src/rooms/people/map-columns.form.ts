import { z } from 'zod'
import { type Form, id, type Slip, textOf, type Values } from '#ground/form'
import { sheetLimits } from '#ground/sheet-limits'
import { type Mapping, namesPeople } from './columns.ts'
import type { ColumnMapping } from './map-columns.ts'

/** One choice for each column: `column-0`, `column-1` and so on, as the page drew them. */
export const mapColumnsForm: Form<ColumnMapping> = (values) => {
  const ids = z.object({ id, import: id }).safeParse(values)
  if (!ids.success) return { slips: [{ field: '', key: 'slip.stale' }] }
  const mapping = choicesIn(values)
  const slips = [...twiceChosen(mapping), ...(namesPeople(mapping as Mapping) ? [] : [{ field: '', key: 'slip.import.no-name' }])]
  return slips.length > 0 ? { slips } : { input: { ...ids.data, mapping } }
}

function choicesIn(values: Values): (string | null)[] {
  const mapping: (string | null)[] = []
  for (let at = 0; at < sheetLimits.columnsMax; at++) mapping.push(textOf(values, `column-${at}`) || null)
  return mapping.slice(0, mapping.findLastIndex((column) => column !== null) + 1)
}

function twiceChosen(mapping: readonly (string | null)[]): Slip[] {
  return mapping.flatMap((column, at) =>
    column !== null && column !== 'ignore' && mapping.indexOf(column) < at
      ? [{ field: `column-${at}`, key: 'slip.import.field-twice' }]
      : [],
  )
}
