import type { Page } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { Tag } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { type Column, Table } from '#ui/table'
import { Ago, When } from '#ui/when'
import { limits, standOf } from './concern.ts'
import { countDesk, type DeskRow, deskOf } from './desk-reads.ts'

const tags = { overdue: 'bad', waiting: 'wait', open: 'plum', ended: undefined } as const

/** How a concern stands, in a word. */
export function StandTag({ say, concern, now }: { say: Say; concern: DeskRow; now: Temporal.Instant }) {
  const stand = standOf(concern, now)
  const kind = tags[stand]
  return kind === undefined ? <Tag>{say(`concern.stand.${stand}`)}</Tag> : <Tag kind={kind}>{say(`concern.stand.${stand}`)}</Tag>
}

/** The officer's concerns, those that nobody has answered first. What they say stands on their own pages alone. */
export const deskPage: Page = async (db, { say, query }) => {
  const ended = query.get('state') === 'ended'
  const count = await countDesk(db, ended)
  const pages = Math.ceil(count / limits.deskShownMax)
  const page = pageOf(query, pages)
  const rows = await deskOf(db, { ended, page })
  const waiting = rows.filter(({ acknowledgedAt }) => acknowledgedAt === null).length
  const title = say(ended ? 'page.desk.ended-title' : 'page.desk.title')
  const body = (
    <>
      <h1>{title}</h1>
      {count === 0 ? (
        <Empty>
          <p>{say(ended ? 'page.desk.none-ended' : 'page.desk.none')}</p>
        </Empty>
      ) : (
        <>
          {ended ? null : <p>{say('page.desk.sentence', { count, waiting })}</p>}
          <Table caption={title} quiet columns={columnsFor(say, db.now)} rows={rows} />
        </>
      )}
      <Pager say={say} path="/concerns" query={query} page={page} pages={pages} label={say('page.desk.pages')} />
      <p>
        <a href={ended ? '/concerns' : '/concerns?state=ended'}>{say(ended ? 'page.desk.to-open' : 'page.desk.to-ended')}</a>
      </p>
      <p>
        <a href="/helplines">{say('page.helplines.title')}</a>
      </p>
    </>
  )
  return { title, body }
}

function columnsFor(say: Say, now: Temporal.Instant): Column<DeskRow>[] {
  return [
    {
      head: say('label.concern.severity-short'),
      rowHead: true,
      cell: ({ id, severity }) => <a href={`/concerns/${id}`}>{say(`concern.severity.${severity}`)}</a>,
    },
    { head: say('label.concern.stand'), cell: (concern) => <StandTag say={say} concern={concern} now={now} /> },
    {
      head: say('label.concern.due'),
      cell: ({ dueAt, acknowledgedAt }) => (acknowledgedAt === null ? <Ago say={say} at={dueAt} now={now} /> : say('page.desk.answered')),
    },
    { head: say('label.concern.raised'), cell: ({ raisedAt }) => <When say={say} at={raisedAt} /> },
  ]
}
