import { createHash } from 'node:crypto'
import type { CalendarReply } from '#ground/calendar-reply'
import type { Db, Tx } from '#ground/db'
import type { InboundMail } from '#ground/inbound-mail'
import { recipientsOf } from '#ground/mail'
import { meetingOfUid, nthOfSequence } from './calendar-of.ts'
import { type Answer, limits, type Meeting, stateOf } from './meeting.ts'
import { answersTo, findMeeting } from './meeting-reads.ts'
import { insertAnswer } from './meeting-writes.ts'
import { forgedCount, lastStamp } from './reply-reads.ts'
import { type InboundRow, insertInbound } from './reply-writes.ts'

export type TakeReply = { mail: Pick<InboundMail, 'messageId' | 'from' | 'isRefused'>; reply: CalendarReply }

/**
 * `forged`: not from the address that the invitation went to. `stale`: to a time that does not stand any more, or older than what came
 * before it. `over`: the meeting was cancelled or has begun. `again`: that very reply came before. `unknown`: to no meeting of ours.
 */
export type Taken = 'taken' | 'forged' | 'stale' | 'over' | 'again' | 'unknown'

/**
 * Takes what one of the two answered in a calendar program as if they had said it on the page. Any other reply changes nothing: it is
 * counted. The house takes it, since whoever brings it here is nobody.
 */
export async function takeReply(tx: Tx, { mail, reply }: TakeReply): Promise<Taken> {
  const id = meetingOfUid(reply.uid)
  const meeting = id === null || reply.recurrenceId !== null ? undefined : await findMeeting(tx, id)
  if (meeting === undefined) return 'unknown'
  const person = await whoAnswers(tx, meeting, mail, reply)
  const outcome: InboundRow['outcome'] = person === null ? 'forged' : await outcomeFor(tx, meeting, person, reply)
  if (outcome === 'forged' && (await forgedCount(tx, meeting.id)) >= limits.forgedCountedMax) return outcome
  const about = { meeting: meeting.id, outcome, person, nth: person === null ? null : meeting.nth, stampedAt: reply.stampedAt }
  if (!(await insertInbound(tx, { id: nameOf(mail, reply), ...about }))) return 'again'
  if (outcome === 'taken' && person !== null) await keepAnswer(tx, meeting, person, meantBy(reply))
  return outcome
}

async function keepAnswer(tx: Tx, meeting: Meeting, person: string, answer: Answer): Promise<void> {
  if ((await answersTo(tx, meeting)).get(person) === answer) return
  const id = tx.newId()
  await insertAnswer(tx, { id, meeting: meeting.id, nth: meeting.nth, person, answer })
  await tx.note(
    'meeting.answered',
    meeting.id,
    { organisation: meeting.organisation, programme: meeting.programme },
    { answer, id, person },
  )
}

/** Of the two, the one whose invitation went to the address that the letter is from and that answers in it; null where that is not one. */
async function whoAnswers(db: Db, meeting: Meeting, mail: TakeReply['mail'], reply: CalendarReply): Promise<string | null> {
  if (mail.isRefused || mail.from !== reply.attendee) return null
  const invited = await recipientsOf(db, 'meeting.invitation', meeting.id)
  const same = invited.filter(({ address }) => address.toLowerCase() === reply.attendee).map(({ recipient }) => recipient)
  const [one, ...others] = new Set(same)
  return one !== undefined && others.length === 0 ? one : null
}

async function outcomeFor(db: Db, meeting: Meeting, person: string, reply: CalendarReply): Promise<'taken' | 'stale' | 'over'> {
  if (!isToNewest(meeting, reply)) return 'stale'
  const state = stateOf(meeting, db.now)
  if (state !== 'planned' && state !== 'ask-to-move') return 'over'
  const { stampedAt } = reply
  const last = await lastStamp(db, { meeting: meeting.id, person, nth: meeting.nth })
  return stampedAt !== null && last !== null && Temporal.Instant.compare(stampedAt, last) < 0 ? 'stale' : 'taken'
}

/** A program that does not say which invitation it answers has at least not answered before the newest was written. */
function isToNewest({ nth, saidAt }: Meeting, { sequence, stampedAt }: CalendarReply): boolean {
  if (sequence !== null) return nthOfSequence(sequence) === nth
  return stampedAt === null || Temporal.Instant.compare(stampedAt, saidAt) >= 0
}

/** Who asks for another time cannot come at this one. */
const meantBy = ({ answer }: CalendarReply): Answer => (answer === 'another-time' ? 'declined' : answer)

/** One name for a reply, whichever way and however often it comes. */
function nameOf(mail: TakeReply['mail'], { uid, attendee, answer, stampedAt }: CalendarReply): string {
  const which = stampedAt?.toString() ?? mail.messageId
  return createHash('sha256')
    .update(JSON.stringify([uid, mail.from, attendee, answer, which]))
    .digest('hex')
}
