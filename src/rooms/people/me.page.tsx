import { found } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { HelpFields, NameFields, WeekFields } from './profile-fields.page.tsx'
import { profilesOf } from './profile-reads.ts'
import { Reading } from './reading.page.tsx'
import { type OpenSession, sessionsOf } from './sign-in-reads.ts'

/** One's own profile, who sees what of it, and where one is signed in. */
export const mePage: Page = async (db, asked, again) => {
  const { say, me } = asked
  const person = me?.person ?? ''
  const profile = found((await profilesOf(db, [person])).get(person))
  const sessions = await sessionsOf(db, person)
  const fields = { say, again, profile }
  const body = (
    <>
      <h1>{say('page.me.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        {say('page.me.lead')} {say('page.me.code', { code: `\u2068${profile.code}\u2069` })}
      </p>
      <form method="post" action="/me">
        <h2>{say('page.me.reach')}</h2>
        <NameFields {...fields} />
        <h2>{say('page.me.reading')}</h2>
        <Reading say={say} again={again} value={profile} />
        <h2>{say('page.me.help')}</h2>
        <HelpFields {...fields} />
        <h2>{say('page.me.hours')}</h2>
        <WeekFields {...fields} />
        <button type="submit">{say('page.me.save')}</button>
      </form>
      <h2>{say('page.me.time')}</h2>
      <p>
        <a href="/me/hours">{say('page.me.time-link')}</a>
      </p>
      <h2>{say('page.me.attributes')}</h2>
      <p>
        <a href="/me/attributes">{say('page.me.attributes-link')}</a>
      </p>
      <Sessions asked={asked} sessions={sessions} />
      <p>
        <a href="/me/erasure">{say('page.me.erasure')}</a>
      </p>
    </>
  )
  return { title: say('page.me.title'), body }
}

function Sessions({ asked: { say, me }, sessions }: { asked: Asked; sessions: readonly OpenSession[] }) {
  const deviceOf = ({ device }: OpenSession) => device ?? say('page.me.device-unknown')
  return (
    <>
      <h2>{say('page.me.sessions')}</h2>
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
          { head: say('label.since'), cell: ({ startedAt }) => <When say={say} at={startedAt} /> },
          {
            head: say('page.me.session-end'),
            cell: (one) => (
              <Button action={`/sessions/${one.id}/ending`} label={say('page.me.session-end')} kind="quiet" little of={deviceOf(one)} />
            ),
          },
        ]}
      />
    </>
  )
}
