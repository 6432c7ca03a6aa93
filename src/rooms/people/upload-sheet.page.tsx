import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { FileField, Radios } from '#ui/field'
import { Tag } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { fineOf, type Import, importLimits } from './import.ts'
import { countImports, importingOrganisation, importsOf } from './import-reads.ts'

/** Where sheets of people come in: one file, what a good one looks like, and those that came before. */
export const uploadSheetPage: Page = async (db, asked, again) => {
  const { say, params, query } = asked
  const organisation = found(await importingOrganisation(db, params.organisation ?? ''))
  const path = `/organisations/${organisation.id}/imports`
  const pages = Math.ceil((await countImports(db, organisation.id)) / importLimits.importsAPageMax)
  const page = pageOf(query, pages)
  const { imports } = await importsOf(db, organisation.id, page)
  const id = again && typeof again.values.id === 'string' ? again.values.id : asked.formId
  const body = (
    <>
      <h1>{say('page.imports.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.imports.lead')}</p>
      <form method="post" action={path} enctype="multipart/form-data">
        <input type="hidden" name="id" value={id} />
        <FileField
          say={say}
          again={again}
          name="sheet"
          label={say('page.imports.file')}
          hint={say('page.imports.file-hint')}
          seen={say('page.imports.seen')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <Radios say={say} again={again} name="side" label={say('page.imports.side')} value="sheet" choices={sides(say)} />
        <button type="submit">{say('page.imports.upload')}</button>
      </form>
      <GoodSheet say={say} path={path} />
      <h2>{say('page.imports.past')}</h2>
      {imports.length === 0 ? <Empty>{say('page.imports.none')}</Empty> : <Earlier say={say} imports={imports} />}
      <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.imports.pages')} />
    </>
  )
  return { title: say('page.imports.title'), body }
}

function sides(say: Say) {
  return [
    { value: 'sheet', label: say('page.imports.side.sheet') },
    { value: 'mentor', label: say('page.imports.side.mentor') },
    { value: 'mentee', label: say('page.imports.side.mentee') },
    { value: 'both', label: say('page.imports.side.both') },
  ]
}

function GoodSheet({ say, path }: { say: Say; path: string }) {
  return (
    <>
      <h2>{say('page.imports.good')}</h2>
      <ul>
        <li>{say('page.imports.good.names')}</li>
        <li>{say('page.imports.good.code')}</li>
        <li>{say('page.imports.good.lists')}</li>
      </ul>
      <p>
        <a href={`${path}/template.xlsx`}>{say('page.imports.template')}</a>
      </p>
    </>
  )
}

function Earlier({ say, imports }: { say: Say; imports: readonly Import[] }) {
  return (
    <Table
      caption={say('page.imports.caption')}
      rows={imports}
      columns={[
        { head: say('page.imports.head.file'), rowHead: true, cell: ({ id, fileName }) => <FileLink id={id} fileName={fileName} /> },
        { head: say('page.imports.head.when'), cell: ({ uploadedAt }) => <When say={say} at={uploadedAt} /> },
        { head: say('page.imports.head.outcome'), cell: ({ completion }) => <Outcome say={say} completion={completion} /> },
      ]}
    />
  )
}

function FileLink({ id, fileName }: { id: string; fileName: string }) {
  return (
    <a href={`/imports/${id}`}>
      <bdi>{fileName}</bdi>
    </a>
  )
}

function Outcome({ say, completion }: { say: Say; completion: Import['completion'] }) {
  if (completion === null) return <Tag kind="wait">{say('page.imports.waiting')}</Tag>
  return <>{say('page.imports.outcome', { fine: fineOf(completion), need: completion.held + completion.refused })}</>
}
