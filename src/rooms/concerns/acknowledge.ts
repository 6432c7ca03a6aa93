import type { Tx } from '#ground/db'
import { concernToAnswer } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { insertAcknowledgement, lockConcern } from './writes.ts'

/** An officer takes it on: the clock stops. Of two at once the first is kept, and the second reads who it was. */
export async function acknowledge(tx: Tx, { concern: id }: { concern: string }): Promise<void> {
  await lockConcern(tx, id)
  await concernToAnswer(tx, id)

  const isNew = await insertAcknowledgement(tx, id, officerOf(tx))
  if (isNew) await tx.note('concern.acknowledged', id, {})
}
