import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { sayInstant } from '#ground/when'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { calendarOf } from './calendar-of.ts'
import { letterTo } from './letter-to.ts'
import type { Meeting } from './meeting.ts'
import { findMeeting, placesOf } from './meeting-reads.ts'

/** A meeting was planned, moved or placed: both get it for their calendars, in the place of what they had. */
export async function inviteBoth(tx: Tx, { subject }: Pick<News, 'subject'>): Promise<void> {
  const meeting = await findMeeting(tx, subject)
  if (meeting === undefined || meeting.cancelledAt !== null || Temporal.Instant.compare(meeting.startsAt, tx.now) < 0) return
  await writeBoth(tx, meeting, 'REQUEST')
}

/** A meeting was cancelled: it leaves both calendars. Who it was by, and why, is not said. */
export async function tellCancelled(tx: Tx, { subject }: Pick<News, 'subject'>): Promise<void> {
  const meeting = await findMeeting(tx, subject)
  if (meeting === undefined || Temporal.Instant.compare(meeting.startsAt, tx.now) < 0) return
  await writeBoth(tx, meeting, 'CANCEL')
}

/** A letter of its own for each time and each place. */
const versionsOfPlace = 1_000

async function writeBoth(tx: Tx, meeting: Meeting, method: 'REQUEST' | 'CANCEL'): Promise<void> {
  const places = await placesOf(tx, meeting.id)
  const place = places.at(-1) ?? null
  const people = await correspondentsOf(tx, [meeting.host, meeting.guest])
  for (const person of [meeting.host, meeting.guest]) {
    const kind = method === 'REQUEST' ? 'meeting.invitation' : 'meeting.cancelled'
    const version = meeting.nth * versionsOfPlace + places.length
    const parts = { kind, about: meeting.id, version, path: `/meetings/${meeting.id}` }
    const calendar = calendarOf({ meeting, place, person, people, method })
    await letterTo(tx, meeting, person, { ...parts, ...(calendar ? { calendar } : {}) }, (say, partner) => {
      const facts = { name: apart(partner.name), when: sayInstant(say, meeting.startsAt), minutes: meeting.minutes }
      const change = method === 'CANCEL' ? 'cancelled' : meeting.nth > 1 ? 'moved' : 'planned'
      return {
        title: say(`mail.meeting.${change}.title`, facts),
        body: [
          say(`mail.meeting.${change}.body`, facts),
          place === null || method === 'CANCEL' ? '' : say('mail.meeting.place', { place: apart(place) }),
          method === 'CANCEL' ? '' : say('mail.meeting.calendar'),
        ],
        link: say('mail.partnership.link'),
      }
    })
  }
}
