import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { When } from '#ui/when'
import { feedOf } from './feed-reads.ts'
import { comingMeetings } from './meeting-reads.ts'
import { MeetingRow } from './meeting-row.tsx'

/** A person's meetings, and the private address by which their calendar program reads them. */
export async function calendarPage(db: Db, { me, say, formId, baseUrl }: Asked, again?: Again): Promise<View> {
  const person = me?.person ?? ''
  const feed = await feedOf(db, person)
  const coming = await comingMeetings(db, person)
  const address = feed ? `${baseUrl}/calendars/${feed.token}.ics` : null
  const title = say('page.calendar.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.calendar.lead', { count: coming.length })}</p>
      <ul class="plain">
        {coming.map((meeting) => (
          <MeetingRow say={say} meeting={meeting} now={db.now} me={person} />
        ))}
      </ul>
      <h2>{say('page.calendar.feed')}</h2>
      <p>{say('page.calendar.feed-lead')}</p>
      {address === null || feed === undefined ? null : (
        <>
          <p>
            <a href={address} dir="ltr">
              {address}
            </a>
          </p>
          <p class="small soft">
            {say('page.calendar.since')} <When say={say} at={feed.at} />
          </p>
        </>
      )}
      <form method="post" action="/me/calendar" autocomplete="off">
        <Hidden name="id" value={formId} />
        <button type="submit" class={feed ? 'second' : undefined}>
          {say(feed ? 'page.calendar.renew' : 'page.calendar.make')}
        </button>
      </form>
      {feed ? <p class="small">{say('page.calendar.renew-hint')}</p> : null}
    </>
  )
  return { title, body }
}
