import type { Asked } from '#ground/route'
import { Button } from '#ui/button'
import { Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { limits } from './session.ts'
import type { OpenSession } from './sign-in-reads.ts'

/** Where one is signed in: what on, since when, how, when last; each can be ended, and all others at once. */
export function Sessions({ asked: { say, me }, sessions }: { asked: Asked; sessions: readonly OpenSession[] }) {
  const deviceOf = ({ device }: OpenSession) => device ?? say('page.me.device-unknown')
  return (
    <>
      <h2 id="sessions">{say('page.me.sessions')}</h2>
      <p>{say('page.me.sessions-lead', { days: limits.sessionDays, idle: limits.sessionIdleDays })}</p>
      <Table
        caption={say('page.me.sessions')}
        quiet
        rows={sessions}
        columns={[
          {
            head: say('page.me.device'),
            rowHead: true,
            cell: (one) => (
              <>
                <bdi>{deviceOf(one)}</bdi> {one.id === me?.session ? <Tag>{say('page.me.session-here')}</Tag> : null}
              </>
            ),
          },
          { head: say('page.me.session-by'), cell: ({ begunBy }) => say(`page.me.session-by.${begunBy}`) },
          { head: say('label.since'), cell: ({ startedAt }) => <When say={say} at={startedAt} /> },
          { head: say('page.me.session-seen'), cell: ({ seenAt }) => <When say={say} at={seenAt} day /> },
          {
            head: say('page.me.session-end'),
            cell: (one) => (
              <Button action={`/sessions/${one.id}/ending`} label={say('page.me.session-end')} kind="quiet" little of={deviceOf(one)} />
            ),
          },
        ]}
      />
      {sessions.length > 1 ? <Button action="/me/other-sessions/ending" label={say('page.me.sessions-end')} kind="second" /> : null}
    </>
  )
}
