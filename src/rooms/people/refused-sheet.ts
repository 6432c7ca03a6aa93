import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { type Say, sayKey } from '#ground/words'
import type { PersonColumn } from './column-names.ts'
import type { Judgement, RowFault } from './import.ts'
import { findImport, importingOrganisation } from './import-reads.ts'
import { judgeImport } from './judge-import.ts'

const csvType = 'text/csv; charset=utf-8'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The rows that need somebody, as they were sent, with what to mend before them; mended, the sheet can be imported as it is. */
export function refusedSheet(say: Say, { headers, refused, held }: Judgement): { headers: string[]; rows: string[][] } {
  const rows = [
    ...refused.map(({ line, cells, faults }) => ({ line, cells, words: faults.map((fault) => faultWords(say, fault)).join('\n') })),
    ...held.map(({ line, cells, why }) => ({ line, cells, words: sayKey(say, why.key, why.facts) })),
  ].sort((a, b) => a.line - b.line)
  return { headers: [say('column.error'), ...headers], rows: rows.map(({ cells, words }) => [words, ...cells]) }
}

function faultWords(say: Say, { field, key, facts }: RowFault): string {
  const sentence = sayKey(say, key, facts)
  return field === null ? sentence : say('page.import.at-field', { field: sayKey(say, `column.${field}`), sentence })
}

export async function refusedCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await refusedIn(db, asked)
  return { name: `${name}.csv`, type: csvType, bytes: writeCsv(headers, rows) }
}

export async function refusedXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await refusedIn(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}

async function refusedIn(db: Db, { say, params }: Asked) {
  const which = found(await findImport(db, params.import ?? ''))
  if (!which.kept) missing()
  const name = say('page.import.refused.name', { file: which.fileName.replace(/\.[a-z]{3,4}$/i, '') })
  return { name, ...refusedSheet(say, await judgeImport(db, which.id)) }
}

const templateColumns = [
  ...(['code', 'fullName', 'email', 'phone', 'side', 'capacity', 'unit', 'jobTitle', 'grade', 'lineManagerCode', 'country'] as const),
  ...(['field', 'languages', 'canHelpWith', 'wantsHelpWith', 'freeHours', 'about'] as const),
] satisfies readonly PersonColumn[]

/** A sheet with our columns and nobody in it. */
export async function templateXlsx(db: Db, { say, params }: Asked): Promise<FileOut> {
  found(await importingOrganisation(db, params.organisation ?? ''))
  const headers = templateColumns.map((column) => say(`column.${column}`))
  const bytes = await writeXlsx(headers, [], { rightToLeft: say.dir === 'rtl' })
  return { name: `${say('page.imports.template-file')}.xlsx`, type: xlsxType, bytes }
}
