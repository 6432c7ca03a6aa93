import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { headersFingerprint, isUnkept, tidyMapping } from './columns.ts'
import { insertMapping } from './import-writes.ts'
import { openSheet } from './judge-import.ts'
import { mustKeepOrganisation } from './may.ts'
import { attributesUnkept } from './people-reads.ts'

export type ColumnMapping = { id: string; import: string; mapping: (string | null)[] }

/** Says what each column holds, for this sheet and every later one of the same organisation with the same headers. */
export async function mapColumns(tx: Tx, said: ColumnMapping): Promise<void> {
  const { which, sheet } = await openSheet(tx, said.import)
  mustKeepOrganisation(tx, which.organisation)
  const { by } = tx
  assert(by !== null, 'only a person says what columns hold')

  const fingerprint = headersFingerprint(sheet.headers)
  const unkept = await attributesUnkept(tx, which.organisation)
  const mapping = tidyMapping(said.mapping, sheet.headers).map((column) => (isUnkept(column, unkept) ? 'ignore' : (column ?? 'ignore')))
  await insertMapping(tx, { id: said.id, organisation: which.organisation, fingerprint, mapping, by })
  await tx.note('import.columns-mapped', which.id, { organisation: which.organisation }, { columns: mapping.length })
}
