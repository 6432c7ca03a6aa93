import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Said } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { takeConfirmation } from './take-confirmation.ts'

export type ConfirmCoaching = { id: string; meeting: string; says: Said; minutes: number | null }

/** The client says whether it took place, and how long. Whoever coached it never does, even where they own a part of the business. */
export async function confirmCoaching(tx: Tx, { id, meeting: which, says, minutes }: ConfirmCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!(standing.owns || tx.scope.door === 'house')) refuse('coaching.ownersConfirm')
  await takeConfirmation(tx, meeting, { id, says, minutes, how: 'page' })
  return { meeting: meeting.id }
}
