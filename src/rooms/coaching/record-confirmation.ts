import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import type { Said, Told } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { takeConfirmation } from './take-confirmation.ts'
import { insertCall } from './writes.ts'

export type RecordConfirmation = Partial<Told> & {
  id: string
  meeting: string
  says: Said
  minutes: number | null
  how: 'call' | 'paper'
  reference: string
}

/** A coordinator enters what a client said on the telephone, or on a paper with a reference; never of somebody they coach themselves. */
export async function recordConfirmation(tx: Tx, asked: RecordConfirmation): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, asked.meeting)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!standing.judges) missing()
  if (asked.how === 'paper' && asked.reference === '') refuse('coaching.paperReference')
  await takeConfirmation(tx, meeting, asked)
  return { meeting: meeting.id }
}

export type RecordCall = { id: string; meeting: string; outcome: 'no-answer' | 'call-later' }

/** A coordinator rang and learnt nothing that counts: the meeting stays on the list. */
export async function recordCall(tx: Tx, { id, meeting: which, outcome }: RecordCall): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!standing.judges || tx.by === null) missing()
  if (await insertCall(tx, { id, meeting: meeting.id, outcome, by: tx.by })) await tx.note('coaching.called', meeting.id, meeting)
  return { meeting: meeting.id }
}
