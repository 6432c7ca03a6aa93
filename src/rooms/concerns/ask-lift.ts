import type { Tx } from '#ground/db'
import { holdToLift } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { insertLiftAsked, lockConcern } from './writes.ts'

/** The first of the two who lift a hold; it stands until another officer confirms. Asked twice is asked once. */
export async function askLift(tx: Tx, { hold: id }: { hold: string }): Promise<{ concern: string }> {
  const { concern } = await holdToLift(tx, id)
  await lockConcern(tx, concern)

  const isNew = await insertLiftAsked(tx, id, officerOf(tx))
  if (isNew) await tx.note('concern.lift-asked', concern, {}, { hold: id })
  return { concern }
}
