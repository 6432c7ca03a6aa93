import type { Tx } from '#ground/db'
import { plannable, type SaidTime } from './may-plan.ts'
import { holdMeeting, insertTime } from './meeting-writes.ts'
import { ownComing } from './own-meeting.ts'

/** `nth` is the time that the form showed, so that of two who move at once the second is told where it now stands. */
export type MoveMeeting = SaidTime & { meeting: string; nth: number; minutes: number }

/** Moves a meeting to another time; the other is told, and can say that it does not suit. To where it stands already changes nothing. */
export async function moveMeeting(tx: Tx, { meeting: id, nth, minutes, ...said }: MoveMeeting): Promise<{ meeting: string }> {
  await holdMeeting(tx, id)
  const meeting = await ownComing(tx, id)
  const wall = plannable(tx.now, said)
  const isThere = wall.at.equals(meeting.startsAt) && meeting.minutes === minutes
  if (isThere || meeting.nth !== nth) return { meeting: id }

  await insertTime(tx, { meeting: id, nth: nth + 1, wall, minutes })
  await tx.note('meeting.moved', id, { organisation: meeting.organisation, programme: meeting.programme }, {})
  return { meeting: id }
}
