import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { reachMilestone } from '#partnerships/reach-milestone'
import { type Happened, stateOf } from './meeting.ts'
import { insertStatement } from './meeting-writes.ts'
import { ownMeeting } from './own-meeting.ts'

export type SayWhetherMet = { id: string; meeting: string; happened: Happened; minutes: number | null }

/**
 * One side says how a meeting went; each may say it again, and the newest of each stands. That they met counts as soon as one says so; a
 * difference is shown to both, never summed and never settled for them.
 */
export async function sayWhetherMet(tx: Tx, { id, meeting: of, happened, minutes }: SayWhetherMet): Promise<{ meeting: string }> {
  const meeting = await ownMeeting(tx, of)
  if (Temporal.Instant.compare(tx.now, meeting.startsAt) < 0) refuse('meetings.notYet')
  if (meeting.cancelledAt !== null && stateOf(meeting, tx.now) === 'cancelled' && happened !== 'met') return { meeting: of }
  assert(tx.by, 'somebody says')
  const said = happened === 'met' ? (minutes ?? meeting.minutes) : null
  const before = meeting.statements.find(({ person }) => person === tx.by)
  if (before?.happened === happened && before.minutes === said) return { meeting: of }

  if (!(await insertStatement(tx, { id, meeting: of, person: tx.by, happened, minutes: said }))) return { meeting: of }
  await tx.note('meeting.told', of, { organisation: meeting.organisation, programme: meeting.programme }, { happened })
  if (happened === 'met' && meeting.partnership !== null) {
    await reachMilestone(tx, { partnership: meeting.partnership, milestone: 'meeting-held', cause: of })
  }
  return { meeting: of }
}
