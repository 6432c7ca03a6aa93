import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { sayInstant } from '#ground/when'
import { apart } from '#partnerships/letters'
import { letterTo } from './letter-to.ts'
import { otherOf, stateOf } from './meeting.ts'
import { findMeeting } from './meeting-reads.ts'

/** One of the two cannot come: the other is told, with the way to another time. */
export async function tellCannotCome(tx: Tx, { subject, facts }: Pick<News, 'subject' | 'facts'>): Promise<void> {
  if (facts.answer !== 'declined') return
  const meeting = await findMeeting(tx, subject)
  if (meeting === undefined || stateOf(meeting, tx.now) !== 'ask-to-move') return
  for (const absent of meeting.cannotCome) {
    const parts = { kind: 'meeting.cannot-come', about: meeting.id, version: meeting.nth, path: `/meetings/${meeting.id}` }
    await letterTo(tx, meeting, otherOf(meeting, absent), parts, (say, partner) => {
      const told = { name: apart(partner.name), when: sayInstant(say, meeting.startsAt) }
      return {
        title: say('mail.meeting.cannot.title', told),
        body: [say('mail.meeting.cannot.body', told)],
        link: say('mail.meeting.cannot.link'),
      }
    })
  }
}
