import { limits, type OutboxRow, outbox } from '#ground/mail'
import type { Page } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { Notice, Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'

const kinds = { sent: 'good', kept: 'good', failed: 'bad', unsure: 'bad', again: 'wait', sending: 'wait', waiting: 'wait' } as const

/** The letters of the organisation, the newest first, and what became of each. */
export const outboxPage: Page = async (db, { say, me, query }) => {
  const before = instantOf(query.get('before'))
  const letters = await outbox(db, { organisation: me?.organisation ?? '', ...(before ? { before } : {}) })
  const undecided = letters.filter(({ state }) => state === 'unsure').length
  const last = letters.length === limits.lettersShownMax ? letters.at(-1) : undefined
  const body = (
    <>
      <h1>{say('page.outbox.title')}</h1>
      <p>{say('page.outbox.lead')}</p>
      {undecided > 0 ? <Notice kind="wait">{say('page.outbox.unsure', { count: undecided })}</Notice> : null}
      {letters.length === 0 ? <Empty>{say('page.outbox.none')}</Empty> : <Letters say={say} letters={letters} />}
      {last ? (
        <p>
          <a href={`/outbox?before=${encodeURIComponent(last.writtenAt.toString())}`}>{say('page.outbox.earlier')}</a>
        </p>
      ) : null}
    </>
  )
  return { title: say('page.outbox.title'), body, wide: true }
}

function instantOf(text: string | null): Temporal.Instant | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT[\d:.]{5,18}Z$/.test(text)) return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    // Thirty days hath September: it only looked like an instant.
    return null
  }
}

export function StateTag({ say, state }: { say: Say; state: OutboxRow['state'] }) {
  return <Tag kind={kinds[state]}>{say(`page.outbox.state.${state}`)}</Tag>
}

function Letters({ say, letters }: { say: Say; letters: readonly OutboxRow[] }) {
  return (
    <Table
      caption={say('page.outbox.title')}
      quiet
      rows={letters}
      columns={[
        {
          head: say('page.outbox.head.letter'),
          rowHead: true,
          cell: ({ id, title }) => (
            <a href={`/mails/${id}`}>
              <bdi>{title}</bdi>
            </a>
          ),
        },
        { head: say('page.outbox.head.to'), cell: ({ address }) => <bdi dir="ltr">{address}</bdi> },
        { head: say('page.outbox.head.when'), cell: ({ writtenAt }) => <When say={say} at={writtenAt} /> },
        { head: say('page.outbox.head.state'), cell: ({ state }) => <StateTag say={say} state={state} /> },
      ]}
    />
  )
}
