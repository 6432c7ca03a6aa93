import type { Db } from '#ground/db'
import { fold } from '#ground/fold'
import { found } from '#ground/refusal'
import type { Asked, FileOut, View } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { type Say, sayKey } from '#ground/words'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { AsSheet, Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { type Business, limits } from './business.ts'
import { businessesOf, countBusinesses } from './reads.ts'

/** The businesses of a programme, to look through and to register. */
export async function businessesPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const words = fold(query.get('q') ?? '')
  const count = await countBusinesses(db, programme.id, words)
  const pages = Math.max(1, Math.ceil(count / limits.rowsAPageMax))
  const page = pageOf(query, pages)
  const rows = await businessesOf(db, programme.id, { words, page, rowsMax: limits.rowsAPageMax })
  const base = `/programmes/${programme.id}/businesses`
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.businesses.head', { count })}</h1>
      <search>
        <form method="get" action={base}>
          <TextField say={say} name="q" label={say('page.businesses.search')} type="search" value={query.get('q') ?? ''} />
          <button type="submit" class="second">
            {say('page.businesses.find')}
          </button>
        </form>
      </search>
      <p>
        <a class="button" href={`${base}/new`}>
          {say('page.businesses.new')}
        </a>
      </p>
      {rows.length === 0 ? <Empty>{say('page.businesses.none')}</Empty> : <Rows say={say} rows={rows} />}
      <Pager say={say} path={base} query={query} page={page} pages={pages} label={say('page.businesses.title')} />
      {count > 0 ? <AsSheet say={say} path={base} /> : null}
    </>
  )
  return { title: say('page.businesses.title'), body, wide: true }
}

function Rows({ say, rows }: { say: Say; rows: readonly Business[] }) {
  return (
    <Table
      caption={say('page.businesses.title')}
      quiet
      rows={rows}
      columns={[
        {
          head: say('label.code'),
          rowHead: true,
          cell: ({ id, code }) => (
            <a href={`/businesses/${id}`}>
              <bdi>{code}</bdi>
            </a>
          ),
        },
        { head: say('label.business.name'), cell: ({ name }) => <Name name={name} /> },
        { head: say('label.business.section'), cell: ({ section }) => saySection(say, section) },
        { head: say('label.business.place'), cell: ({ place }) => <bdi>{place}</bdi> },
        { head: say('label.business.decision'), cell: ({ decision }) => <Decided say={say} decision={decision} /> },
      ]}
    />
  )
}

const kinds = { eligible: 'good', 'not-eligible': 'bad', held: 'wait' } as const

export function Decided({ say, decision }: { say: Say; decision: Business['decision'] }) {
  if (decision === null) return <Tag kind="wait">{say('business.decision.none')}</Tag>
  return <Tag kind={kinds[decision]}>{say(`business.decision.${decision}`)}</Tag>
}

export const saySection = (say: Say, section: string) => sayKey(say, `isic.${section}`)

async function sheetOf(db: Db, { say, params }: Asked) {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const businesses = await businessesOf(db, programme.id, { rowsMax: limits.listedMax })
  const heads = [
    'code',
    'business.name',
    'business.section',
    'business.sector',
    'business.place',
    'business.started',
    'business.decision',
  ] as const
  const rows = businesses.map(({ code, name, section, sector, place, startedOn, decision }) => [
    ...[code, name, `${section} ${saySection(say, section)}`, sector, place, startedOn?.toString().slice(0, 7) ?? ''],
    decision === null ? '' : say(`business.decision.${decision}`),
  ])
  return { name: programme.name, headers: heads.map((head) => say(`label.${head}`)), rows }
}

export async function businessesCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await sheetOf(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function businessesXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await sheetOf(db, asked)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${name}.xlsx`, type, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
