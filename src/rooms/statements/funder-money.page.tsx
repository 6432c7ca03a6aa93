import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import { sayKey } from '#ground/words'
import { sayMoney } from '#hours/money'
import { Empty } from '#ui/empty'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { Sheets } from './link-files.tsx'
import { entriesByLink, sumsByLink } from './link-reads.ts'
import { type LinkEntry, limits, moneyParts } from './links.ts'

/** The rows behind a number of a funder's money: each entry that moved it, which opens to its trail. */
export async function linkMoneyPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const sums = found(await sumsByLink(db, params.secret ?? ''))
  const part = moneyParts.find((one) => one === query.get('of')) ?? 'received'
  const at = (page: number) => ({ skip: (page - 1) * limits.rowsAPageMax, rowsMax: limits.rowsAPageMax })
  const [first] = await entriesByLink(db, params.secret ?? '', part, { skip: 0, rowsMax: 1 })
  const pages = Math.max(1, Math.ceil(Number(first?.every ?? 0n) / limits.rowsAPageMax))
  const page = pageOf(query, pages)
  const rows = await entriesByLink(db, params.secret ?? '', part, at(page))
  const base = `/funder/${params.secret}`
  const title = `${say(`label.bank.${part}`)}: ${sayMoney(say, sums[part], sums)}`
  const body = (
    <>
      <p class="small">
        <a href={base}>
          <bdi>{sums.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      {rows.length === 0 ? (
        <Empty>{say('page.link-money.none')}</Empty>
      ) : (
        <>
          <p class="soft">{say('page.link-money.lead')}</p>
          <Table
            caption={title}
            quiet
            rows={rows}
            columns={[
              {
                head: say('label.entry.day'),
                rowHead: true,
                cell: ({ entry, day }: LinkEntry) => (
                  <a href={`${base}/meetings/${entry}`}>
                    <Day say={say} date={day} short />
                  </a>
                ),
              },
              { head: say('label.entry.kind'), cell: ({ kind }: LinkEntry) => sayKey(say, `entry.kind.${kind}`) },
              { head: say('label.entry.sequence'), number: true, cell: ({ sequence }: LinkEntry) => say.number(Number(sequence)) },
              { head: say(`label.bank.${part}`), number: true, cell: (row: LinkEntry) => sayMoney(say, row[part], sums) },
            ]}
          />
        </>
      )}
      <Pager say={say} path={`${base}/money`} query={query} page={page} pages={pages} label={title} />
      <Sheets say={say} secret={params.secret ?? ''} />
    </>
  )
  return { title, body }
}
