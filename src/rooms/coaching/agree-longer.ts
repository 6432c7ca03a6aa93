import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { isOpen, stateOf } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { insertLonger } from './longer-writes.ts'

export type AgreeLonger = { id: string; meeting: string; minutes: number }

/**
 * The client agrees in writing, before it begins, how long a meeting may be at the most, or a coordinator who does not coach it enters it:
 * up to there it may be logged, see 7.7.8 of the domain. The same id twice is one.
 */
export async function agreeLonger(tx: Tx, { id, meeting: which, minutes }: AgreeLonger): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!(standing.owns || standing.judges)) missing()
  if (meeting.grouping !== null) refuse('coaching.group')
  if (!isOpen(stateOf(meeting, tx.now)) || Temporal.Instant.compare(tx.now, meeting.startsAt) >= 0) refuse('coaching.longerBefore')
  if (minutes < meeting.minutes) refuse('coaching.shorter', { planned: meeting.minutes })

  if (await insertLonger(tx, { id, meeting: meeting.id, minutes })) await tx.note('coaching.longer', meeting.id, meeting, { minutes })
  return { meeting: meeting.id }
}
