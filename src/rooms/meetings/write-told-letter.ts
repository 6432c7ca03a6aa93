import type { Tx } from '#ground/db'
import { dayOf, sayNearDay } from '#ground/when'
import { apart } from '#partnerships/letters'
import { letterTo } from './letter-to.ts'
import type { Meeting } from './meeting.ts'

/** Asks one of the two whether they met; the link opens a page with the buttons. */
export async function writeToldLetter(tx: Tx, meeting: Meeting, person: string, nth: 1 | 2): Promise<void> {
  const parts = { kind: 'meeting.met', about: meeting.id, version: nth, path: `/meetings/${meeting.id}` }
  await letterTo(tx, meeting, person, parts, (say, partner) => {
    const facts = { name: apart(partner.name), date: sayNearDay(say, dayOf(say, meeting.startsAt)) }
    return { title: say('mail.meeting.met.title', facts), body: [say('mail.meeting.met.body', facts)], link: say('mail.meeting.met.link') }
  })
}
