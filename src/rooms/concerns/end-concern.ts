import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { acknowledge } from './acknowledge.ts'
import type { Outcome } from './concern.ts'
import { concernToAnswer } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { keyOwner, places } from './sealing.ts'
import { insertConcernEnd, lockConcern } from './writes.ts'

/** `text` is what the one who raised it reads. */
export type EndConcern = { concern: string; outcome: Outcome; text: string | null }

/** Closes a concern; of two at once the first is kept. Holds stay until they are lifted, and what is written can still be added to. */
export async function endConcern(tx: Tx, { concern, outcome, text }: EndConcern): Promise<void> {
  await lockConcern(tx, concern)
  await concernToAnswer(tx, concern)
  await acknowledge(tx, { concern })

  const by = officerOf(tx)
  const sealed = (await keysFor(tx, keyOwner(concern))).seal(places.end(concern, by), { text })
  const isNew = await insertConcernEnd(tx, { concern, outcome, sealed, by })
  if (isNew) await tx.note('concern.ended', concern, {})
}
