import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { holdToLift } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { insertLiftConfirmed, lockConcern } from './writes.ts'

/**
 * The second of the two who lift a hold: the partnership goes on. Refuses `concerns.ownLift` to who asked, since four eyes are two
 * people; `concerns.liftNotAsked` where nobody did. Confirmed twice is confirmed once.
 */
export async function confirmLift(tx: Tx, { hold: id }: { hold: string }): Promise<{ concern: string }> {
  const { concern } = await holdToLift(tx, id)
  await lockConcern(tx, concern)
  const hold = await holdToLift(tx, id)
  if (hold.liftedAt !== null) return { concern }
  if (hold.liftAskedBy === null) refuse('concerns.liftNotAsked')
  if (hold.liftAskedBy === tx.by) refuse('concerns.ownLift')

  const isNew = await insertLiftConfirmed(tx, id, officerOf(tx))
  if (isNew) await tx.note('concern.lifted', hold.partnership, {}, { hold: id })
  return { concern }
}
