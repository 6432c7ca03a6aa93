import { feedFile } from '#ground/calendar-file'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { sayTo } from '#ground/words'
import { eventOf, sequenceOf } from './calendar-of.ts'
import { meetingsByToken, readerByToken } from './feed-reads.ts'

/** One's own meetings for a calendar program, by the secret address; of anybody else nothing but what the partner is called. Where
 * they meet stands on the page that the event links to: a feed is read by more eyes than a page. */
export async function calendarFile(db: Db, { params, baseUrl }: Pick<Asked, 'params' | 'baseUrl'>): Promise<FileOut> {
  const token = (params.calendar ?? '').replace(/\.ics$/, '')
  const say = sayTo(found(await readerByToken(db, token)))
  const meetings = found(await meetingsByToken(db, token)).filter(({ isCancelled }) => !isCancelled)
  const events = meetings.map((meeting) => eventOf(say, meeting, sequenceOf(meeting.nth, 0), baseUrl))
  const bytes = new TextEncoder().encode(feedFile(say('own.calendar'), events))
  return { name: 'lampline.ics', type: 'text/calendar; charset=utf-8', bytes }
}
