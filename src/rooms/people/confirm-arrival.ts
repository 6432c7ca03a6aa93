import type { Tx } from '#ground/db'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { mustBeUndecided } from './undecided-letter.ts'

/** Somebody found out that the letter did arrive: nothing is sent any more. */
export async function confirmArrival(tx: Tx, { mail }: { mail: string }): Promise<void> {
  const { organisation } = await mustBeUndecided(tx, mail)
  await insertOutcome(tx, await insertAttempt(tx, mail), { outcome: 'sent', detail: null })
  await tx.note('mail.arrived', mail, { organisation })
}
