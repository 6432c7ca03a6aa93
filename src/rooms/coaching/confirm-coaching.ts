import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Said, Told } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { takeConfirmation } from './take-confirmation.ts'

export type ConfirmCoaching = { id: string; meeting: string; says: Said; minutes: number | null } & Partial<Told>

/** The client says whether it took place, and how long. Whoever coached it never does, even where they own a part of the business. */
export async function confirmCoaching(tx: Tx, { meeting: which, ...answer }: ConfirmCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!(standing.owns || tx.scope.door === 'house')) refuse('coaching.ownersConfirm')
  await takeConfirmation(tx, meeting, { ...answer, how: 'page' })
  return { meeting: meeting.id }
}
