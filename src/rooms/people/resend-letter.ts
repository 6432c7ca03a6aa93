import type { Tx } from '#ground/db'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { mustBeUndecided } from './undecided-letter.ts'

/** Sends a letter once more that a crash left unsure, or that no server has taken; with the same Message-ID. */
export async function resendLetter(tx: Tx, { mail }: { mail: string }): Promise<void> {
  const { organisation } = await mustBeUndecided(tx, mail)
  await insertOutcome(tx, await insertAttempt(tx, mail), { outcome: 'again', detail: null })
  await tx.note('mail.written', mail, { organisation })
}
