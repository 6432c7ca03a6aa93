import { found } from '#ground/refusal'
import type { Again, Page } from '#ground/route'
import { dayOf, sayTime } from '#ground/when'
import { isZone } from '#ground/zone'
import { hoursBeside, hoursIn } from '#people/free-week'
import type { FreeSpan } from '#people/person'
import { profilesOf } from '#people/profile-reads'
import { WeekBoxes } from '#people/week-boxes'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { Exceptions } from './exceptions.tsx'
import { feedOf } from './feed-reads.ts'
import { FeedSection } from './feed-section.tsx'
import { ownFull } from './full-reads.ts'
import { FullSection } from './full-section.tsx'
import { exceptionsOf } from './hours-reads.ts'
import type { Section } from './section.ts'

/** When one has time: whether one may be asked at all, the week, days that differ, and a calendar read for busy times. */
export const hoursPage: Page = async (db, asked, again) => {
  const { say, me } = asked
  const person = me?.person ?? ''
  const profile = found((await profilesOf(db, [person])).get(person))
  const exceptions = await exceptionsOf(db, person, dayOf(say, db.now))
  const full = await ownFull(db, person)
  const feed = await feedOf(db, person)
  const zone = `\u2068${say.zone.replaceAll('_', ' ')}\u2069`
  const title = say('page.hours.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {isZone(profile.zone) ? null : (
        <Notice kind="bad">
          <p>{say('page.hours.zone-gone', { zone: `\u2068${profile.zone}\u2069` })}</p>
        </Notice>
      )}
      <p>
        {say('page.hours.lead', { zone, time: sayTime(say, db.now) })} <a href="/me#f-zone">{say('page.hours.zone-change')}</a>
      </p>
      <FullSection asked={asked} again={partOf(again, ['until', 'fullUntil', 'full'])} full={full} />
      <Week asked={asked} again={partOf(again, ['besideHours'])} hours={profile.freeHours} />
      <Exceptions asked={asked} again={partOf(again, ['awayFrom', 'extraOn'])} exceptions={exceptions} />
      <FeedSection asked={asked} again={partOf(again, ['address'])} feed={feed} now={db.now} />
    </>
  )
  return { title, body }
}

/** The refusal, where it is of a form with one of these fields. */
function partOf(again: Again | undefined, fields: readonly string[]): Again | undefined {
  return again && fields.some((field) => field in again.values) ? again : undefined
}

function Week({ asked: { say }, again, hours }: Section & { hours: readonly FreeSpan[] | null }) {
  return (
    <form method="post" action="/me/hours">
      <h2>{say('page.me.hours')}</h2>
      {hours === null ? <p>{say('page.hours.unknown')}</p> : null}
      <p class="seen">{say('page.me.seen.keepers')}</p>
      <WeekBoxes say={say} again={again} hours={hours ?? []} />
      <TextField
        say={say}
        again={again}
        name="besideHours"
        label={say('page.me.beside')}
        hint={say('page.hours.beside-hint')}
        value={hoursIn(say.language, hoursBeside(hours ?? []))}
        maxlength={400}
        optional
      />
      <button type="submit">{say('page.me.save')}</button>
    </form>
  )
}
