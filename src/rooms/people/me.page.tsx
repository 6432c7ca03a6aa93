import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { HelpFields, NameFields, WeekFields } from './profile-fields.page.tsx'
import { profilesOf } from './profile-reads.ts'
import { Reading } from './reading.page.tsx'
import { Sessions } from './sessions.tsx'
import { sessionsOf } from './sign-in-reads.ts'

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
      <h2>{say('page.me.ways-in')}</h2>
      <p>
        <a href="/me/ways-in">{say('page.me.ways-in-link')}</a>
      </p>
      <Sessions asked={asked} sessions={sessions} />
      <p>
        <a href="/my-data">{say('page.my-data.title')}</a> · <a href="/who-sees-what">{say('page.who-sees.title')}</a> ·{' '}
        <a href="/me/erasure">{say('page.me.erasure')}</a>
      </p>
    </>
  )
  return { title: say('page.me.title'), body }
}
