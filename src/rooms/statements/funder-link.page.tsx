import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayKey } from '#ground/words'
import { Head } from '#hours/chain-head'
import { sayHours, sayMoney } from '#hours/money'
import { Empty } from '#ui/empty'
import { Facts } from '#ui/facts'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { Day, When } from '#ui/when'
import { Sheets } from './link-files.tsx'
import { meetingsByLink, sumsByLink, trailByLink } from './link-reads.ts'
import { type LinkSums, limits, type MoneyPart } from './links.ts'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
/** A share in whole percent, rounded half up; of nothing it is nothing. */
const percentOf = ({ spent, cost }: Pick<LinkSums, 'spent' | 'cost'>) => (cost === 0n ? 0 : Number((spent * 200n + cost) / (cost * 2n)))

async function opened(db: Db, token: string | undefined): Promise<LinkSums> {
  return found(await sumsByLink(db, token ?? ''))
}

/** What a funder's money bought, in a sentence; each figure leads to its rows. Nobody is named here, and nothing that was said. */
export async function funderLinkPage(db: Db, { say, params }: Asked, _again?: Again): Promise<View> {
  const sums = await opened(db, params.secret)
  const rows = `/funder/${params.secret}/meetings`
  const money = (part: MoneyPart) => `/funder/${params.secret}/money?of=${part}`
  const body = (
    <>
      <h1>
        <bdi>{sums.name}</bdi>
      </h1>
      <p>
        <strong>
          {say('page.funder-link.sentence', {
            percent: percentOf(sums),
            hours: sayHours(say, sums.minutes),
            count: sums.minutes === 60n ? 1 : 2,
            businesses: Number(sums.businesses),
          })}
        </strong>
      </p>
      <Facts
        facts={[
          [say('label.bank.received'), <a href={money('received')}>{sayMoney(say, sums.received, sums)}</a>],
          [say('label.bank.spent'), <a href={money('spent')}>{sayMoney(say, sums.spent, sums)}</a>],
          [say('label.bank.reserved'), <a href={money('reserved')}>{sayMoney(say, sums.reserved, sums)}</a>],
          [say('label.bank.free'), <a href={money('free')}>{sayMoney(say, sums.free, sums)}</a>],
          [say('label.link.hours'), <a href={rows}>{sayHours(say, sums.minutes)}</a>],
          [say('label.link.meetings'), <a href={rows}>{say.number(Number(sums.meetings))}</a>],
          [say('label.link.businesses'), <a href={rows}>{say.number(Number(sums.businesses))}</a>],
          [say('label.bank.head'), <Head sequence={sums.sequence} hash={hex(sums.hash)} />],
        ]}
      />
      <p class="soft">{say('page.funder-link.private')}</p>
      <p>
        <a class="button" href={rows}>
          {say('page.funder-link.rows')}
        </a>
      </p>
      <Sheets say={say} secret={params.secret ?? ''} />
    </>
  )
  return { title: say('page.funder-link.title', { name: sums.name }), body }
}

/** Each confirmed meeting, a row; a row opens to its trail. */
export async function linkMeetingsPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const sums = await opened(db, params.secret)
  const pages = Math.max(1, Math.ceil(Number(sums.meetings) / limits.rowsAPageMax))
  const page = pageOf(query, pages)
  const rows = await meetingsByLink(db, params.secret ?? '', { skip: (page - 1) * limits.rowsAPageMax, rowsMax: limits.rowsAPageMax })
  const base = `/funder/${params.secret}`
  const body = (
    <>
      <p class="small">
        <a href={base}>
          <bdi>{sums.name}</bdi>
        </a>
      </p>
      <h1>{say('page.link-meetings.head', { count: Number(sums.meetings) })}</h1>
      {rows.length === 0 ? (
        <Empty>{say('page.link-meetings.none')}</Empty>
      ) : (
        <Table
          caption={say('page.link-meetings.title')}
          quiet
          rows={rows}
          columns={[
            {
              head: say('label.entry.day'),
              rowHead: true,
              cell: ({ entry, day }) => (
                <a href={`${base}/meetings/${entry}`}>
                  <Day say={say} date={day} short />
                </a>
              ),
            },
            { head: say('label.link.business'), cell: ({ business }) => <bdi dir="ltr">{business}</bdi> },
            { head: say('label.link.hours'), number: true, cell: ({ minutes }) => sayHours(say, minutes) },
            { head: say('label.link.part'), number: true, cell: ({ part }) => sayMoney(say, part, sums) },
            { head: say('label.link.cost'), number: true, cell: ({ cost }) => sayMoney(say, cost, sums) },
          ]}
        />
      )}
      <Pager say={say} path={`${base}/meetings`} query={query} page={page} pages={pages} label={say('page.link-meetings.title')} />
      <Sheets say={say} secret={params.secret ?? ''} />
    </>
  )
  return { title: say('page.link-meetings.title'), body }
}

/** Every entry of one meeting, with what each did to the funder's money and its place in the chain. */
export async function linkTrailPage(db: Db, { say, params }: Asked): Promise<View> {
  const sums = await opened(db, params.secret)
  const steps = await trailByLink(db, params.secret ?? '', params.spend ?? '')
  found(steps[0])
  const body = (
    <>
      <p class="small">
        <a href={`/funder/${params.secret}/meetings`}>{say('page.link-meetings.title')}</a>
      </p>
      <h1>{say('page.link-trail.head')}</h1>
      <p class="soft">{say('page.link-trail.lead')}</p>
      <Table
        caption={say('page.link-trail.head')}
        quiet
        rows={steps}
        columns={[
          { head: say('label.entry.sequence'), rowHead: true, cell: ({ sequence }) => say.number(Number(sequence)) },
          { head: say('label.entry.kind'), cell: ({ kind }) => sayKey(say, `entry.kind.${kind}`) },
          { head: say('label.entry.day'), cell: ({ day }) => <Day say={say} date={day} short /> },
          { head: say('label.entry.at'), cell: ({ at }) => <When say={say} at={at} short /> },
          { head: say('label.bank.free'), number: true, cell: ({ free }) => sayMoney(say, free, sums) },
          { head: say('label.bank.reserved'), number: true, cell: ({ reserved }) => sayMoney(say, reserved, sums) },
          { head: say('label.bank.spent'), number: true, cell: ({ spent }) => sayMoney(say, spent, sums) },
          { head: say('label.entry.hash'), cell: ({ hash }) => <code dir="ltr">{hex(hash).slice(0, 16)}</code> },
        ]}
      />
      <Sheets say={say} secret={params.secret ?? ''} />
    </>
  )
  return { title: say('page.link-trail.head'), body, wide: true }
}
