import type { Db } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { holdsOf } from '#partnerships/stage-reads'
import { type Meeting, stateOf } from './meeting.ts'
import { findMeeting } from './meeting-reads.ts'

/** A meeting of the asker's own; to anybody else it is not there. */
export async function ownMeeting(db: Db, id: string): Promise<Meeting> {
  const meeting = found(await findMeeting(db, id))
  return [meeting.host, meeting.guest].includes(db.scope.person ?? '') ? meeting : missing()
}

/** The same, which stands: it is not over, nothing is told of it, and its partnership does not rest. */
export async function ownStanding(db: Db, id: string): Promise<Meeting> {
  const meeting = await ownMeeting(db, id)
  const state = stateOf(meeting, db.now)
  if (state === 'cancelled') refuse('meetings.cancelled')
  if (state !== 'planned' && state !== 'ask-to-move') refuse('meetings.begun')
  if (meeting.partnership !== null && (await holdsOf(db, meeting.partnership)).length > 0) refuse('meetings.onHold')
  return meeting
}

/** The same, to be moved or cancelled: it has not begun either. */
export async function ownComing(db: Db, id: string): Promise<Meeting> {
  const meeting = await ownStanding(db, id)
  return Temporal.Instant.compare(meeting.startsAt, db.now) > 0 ? meeting : refuse('meetings.begun')
}
