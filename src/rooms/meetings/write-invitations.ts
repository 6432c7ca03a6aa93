import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { sayInstant } from '#ground/when'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { calendarOf, sequenceOf } from './calendar-of.ts'
import { letterTo } from './letter-to.ts'
import type { Meeting } from './meeting.ts'
import { answersTo, countPlaces, findMeeting } from './meeting-reads.ts'

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

async function writeBoth(tx: Tx, meeting: Meeting, method: 'REQUEST' | 'CANCEL'): Promise<void> {
  const placesSaid = await countPlaces(tx, meeting.id)
  const people = await correspondentsOf(tx, [meeting.host, meeting.guest])
  const answers = await answersTo(tx, meeting)
  for (const person of [meeting.host, meeting.guest]) {
    const kind = method === 'REQUEST' ? 'meeting.invitation' : 'meeting.cancelled'
    // A letter of its own for each time and each place.
    const version = sequenceOf(meeting.nth, placesSaid)
    const parts = { kind, about: meeting.id, version, path: `/meetings/${meeting.id}` }
    const calendar = calendarOf({ meeting, placesSaid, person, people, answers, method, now: tx.now })
    await letterTo(tx, meeting, person, { ...parts, ...(calendar ? { calendar } : {}) }, (say, partner) => {
      const facts = { name: apart(partner.name), when: sayInstant(say, meeting.startsAt), minutes: meeting.minutes }
      const change = method === 'CANCEL' ? 'cancelled' : meeting.nth > 1 ? 'moved' : 'planned'
      return {
        title: say(`mail.meeting.${change}.title`, facts),
        // Where they meet stands on the page alone: letters are read by who keeps the outbox, too.
        body: [say(`mail.meeting.${change}.body`, facts), method === 'CANCEL' ? '' : say('mail.meeting.calendar')],
        link: say('mail.partnership.link'),
      }
    })
  }
}
