import { findKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { limits, stateOf } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { findCoaching } from './reads.ts'
import { type Outcome, readCode, tryId, wordOf } from './strip.ts'
import { useMark } from './strip-writes.ts'
import { takeConfirmation } from './take-confirmation.ts'

export type ConfirmByCode = { id: string; meeting: string; code: string }

/**
 * The client tears a code off their strip, and the coach types it: that says yes to what was just logged. A wrong one is kept as a try,
 * never refused away, since a refusal would forget it; the fifth in a day locks the strip, and the coordinator is told.
 */
export async function confirmByCode(
  tx: Tx,
  { id, meeting: which, code: typed }: ConfirmByCode,
): Promise<{ meeting: string; code: Outcome }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (!(standing.coaches || tx.scope.door === 'house')) refuse('coaching.coachLogs')
  if (meeting.log === null) refuse('coaching.notLogged')
  if (meeting.confirmation?.id === id) return { meeting: which, code: 'confirmed' }
  if (stateOf(meeting, tx.now) !== 'recorded') refuse('coaching.settled')
  // What is not six digits tells nothing of any code, and is no try.
  const code = readCode(typed) ?? refuse('coaching.codeDigits')
  const keys = await findKeys(tx, { kind: 'organisation', id: meeting.organisation })
  if (keys === null) return { meeting: which, code: 'no-strip' }
  const mark = keys.mark(wordOf(code))
  const { outcome, wrong } = await useMark(tx, { attempt: tryId(id, which, mark), meeting: which, mark })
  if (outcome === 'confirmed') {
    await takeConfirmation(tx, found(await findCoaching(tx, which)), { id, says: 'yes', minutes: null, how: 'code' })
  } else if (wrong === limits.triesADayMax && outcome !== 'locked') {
    await tx.note('coaching.codes-locked', meeting.business, meeting)
  }
  return { meeting: which, code: outcome }
}
