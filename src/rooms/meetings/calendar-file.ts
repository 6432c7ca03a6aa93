import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { meetingsByToken } from './feed-reads.ts'

/** One's own meetings for a calendar program, by the secret address; nothing of anybody else but the partner's name. */
export async function calendarFile(db: Db, { params, say }: Asked): Promise<FileOut> {
  const meetings = found(await meetingsByToken(db, (params.calendar ?? '').replace(/\.ics$/, '')))
  return { name: 'lampline.ics', type: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(say('app.name') + meetings.length) }
}
