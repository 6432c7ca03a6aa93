import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { today } from '#hours/books'
import { release } from '#hours/release'
import { reservationOf } from '#hours/reserve'
import { stateOf } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { payCoaching } from './pay-coaching.ts'
import { insertDecision } from './writes.ts'

export type DecideLength = { id: string; meeting: string; minutes: number; reason: string }

/**
 * Where coach and client say different lengths, a coordinator who coaches neither decides, and says why: so many minutes are paid for, or
 * none, and then all goes back.
 */
export async function decideLength(tx: Tx, { id, meeting: which, minutes, reason }: DecideLength): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!standing.judges || tx.by === null) missing()
  if (meeting.decision) return meeting.decision.minutes === minutes ? { meeting: meeting.id } : refuse('coaching.settled')
  if (stateOf(meeting, tx.now) !== 'disputed' || !meeting.confirmation || !meeting.reservation) refuse('coaching.noDispute')
  const held = await reservationOf(tx, meeting.reservation)
  const most = meeting.groupMinutes ?? held?.minutes ?? 0
  if (minutes > most) refuse('coaching.moreThanBooked', { max: most })

  await insertDecision(tx, { id, meeting: meeting.id, confirmation: meeting.confirmation.id, minutes, reason, by: tx.by })
  if (minutes > 0) await payCoaching(tx, meeting, minutes, reason)
  else await release(tx, { id: tx.newId(), reservation: meeting.reservation, day: today(tx), reason })
  await tx.note('coaching.decided', meeting.id, meeting, { minutes })
  return { meeting: meeting.id }
}
