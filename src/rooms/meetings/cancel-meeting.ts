import type { Tx } from '#ground/db'
import { stateOf } from './meeting.ts'
import { holdMeeting, insertCancellation } from './meeting-writes.ts'
import { ownComing, ownMeeting } from './own-meeting.ts'

/** Cancels a meeting that is to come; both calendars are told. Twice is once. */
export async function cancelMeeting(tx: Tx, { meeting: id }: { meeting: string }): Promise<{ meeting: string }> {
  await holdMeeting(tx, id)
  if (stateOf(await ownMeeting(tx, id), tx.now) === 'cancelled') return { meeting: id }
  const meeting = await ownComing(tx, id)

  if (!(await insertCancellation(tx, id))) return { meeting: id }
  await tx.note('meeting.cancelled', id, { organisation: meeting.organisation, programme: meeting.programme }, {})
  return { meeting: id }
}
