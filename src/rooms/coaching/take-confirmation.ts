import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { agrees, type Confirmation, type Meeting, type Told } from './coaching.ts'
import { payCoaching } from './pay-coaching.ts'
import { insertTold } from './told-writes.ts'
import { insertConfirmation } from './writes.ts'

export type Answer = Pick<Confirmation, 'id' | 'says' | 'minutes' | 'how'> & Partial<Told> & { reference?: string }

/**
 * Keeps what a client said of the latest log. Where it is what the coach said, the hours are spent in this very transaction; a different
 * length, or none, is a dispute that a coordinator decides. The same answer twice is one.
 */
export async function takeConfirmation(tx: Tx, meeting: Meeting, asked: Answer): Promise<void> {
  const { id, says, minutes, how, reference = '', useful = null, askedForMoney = null } = asked
  const { log, confirmation } = meeting
  if (meeting.end) refuse('coaching.over')
  if (log === null) refuse('coaching.notLogged')
  if (says === 'other' && minutes === null) refuse('coaching.length')
  const answer = { says, minutes: says === 'other' ? minutes : null }
  const isSame = confirmation?.version === log.version && confirmation.says === says && confirmation.minutes === answer.minutes
  if (meeting.spend || meeting.decision) return isSame ? undefined : refuse('coaching.settled')
  if (!isSame) {
    const row = { ...answer, id, meeting: meeting.id, version: log.version, how, reference }
    if (!(await insertConfirmation(tx, row))) return
    await insertTold(tx, { confirmation: id, meeting: meeting.id, useful, askedForMoney })
  }
  if (agrees(answer, log)) await payCoaching(tx, meeting, log.minutes)
  else await tx.note('coaching.disputed', meeting.id, meeting)
}
