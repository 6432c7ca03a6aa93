import { found, missing } from '#ground/refusal'
import type { Again, Page } from '#ground/route'
import type { Sheet } from '#ground/sheet'
import { type Say, sayKey } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Select } from '#ui/field'
import { isUnkept, type Mapping, personColumns } from './columns.ts'
import { findImport } from './import-reads.ts'
import { openSheet } from './judge-import.ts'
import { attributesUnkept } from './people-reads.ts'

const valuesShown = 3
const valueCharsShown = 40

/** What each column of a sheet holds: those nobody knew first, each with its first values. */
export const mapColumnsPage: Page = async (db, asked, again) => {
  const { say } = asked
  if (!found(await findImport(db, asked.params.import ?? '')).kept) missing()
  const { which, sheet, columns } = await openSheet(db, asked.params.import ?? '')
  const unkept = await attributesUnkept(db, which.organisation)
  const choices = ['ignore', ...personColumns.filter((column) => !isUnkept(column, unkept))]
  const id = again && typeof again.values.id === 'string' ? again.values.id : asked.formId
  const unknown = columns.mapping.flatMap((column, at) => (column === null ? [at] : []))
  const known = columns.mapping.flatMap((column, at) => (column === null ? [] : [at]))
  const fields = (among: readonly number[]) =>
    among.map((at) => <ColumnField say={say} again={again} sheet={sheet} mapping={columns.mapping} at={at} choices={choices} />)
  const body = (
    <>
      <h1>{say('page.columns.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.columns.lead')}</p>
      <form method="post" action={`/imports/${which.id}/columns`}>
        <input type="hidden" name="id" value={id} />
        {unknown.length > 0 ? <h2>{say('page.columns.unknown', { count: unknown.length })}</h2> : null}
        {fields(unknown)}
        {known.length > 0 ? <h2>{say('page.columns.known', { count: known.length })}</h2> : null}
        {fields(known)}
        <button type="submit">{say('page.columns.save')}</button>
      </form>
    </>
  )
  return { title: say('page.columns.title'), body }
}

type ColumnProps = { say: Say; again: Again | undefined; sheet: Sheet; mapping: Mapping; at: number; choices: readonly string[] }

function ColumnField({ say, again, sheet, mapping, at, choices }: ColumnProps) {
  const values = sheet.rows
    .map(({ cells }) => (cells[at] ?? '').trim())
    .filter((text) => text !== '')
    .slice(0, valuesShown)
    .map((text) => (text.length > valueCharsShown ? `${text.slice(0, valueCharsShown).toWellFormed()}…` : text))
  const first = values.length > 0 ? say('page.columns.first', { values: values.join(' · ') }) : say('page.columns.empty')
  return (
    <Select
      say={say}
      again={again}
      name={`column-${at}`}
      label={sheet.headers[at] ?? ''}
      hint={first}
      value={mapping[at] ?? 'ignore'}
      choices={choices.map((column) => ({ value: column, label: sayKey(say, `column.${column}`) }))}
    />
  )
}
