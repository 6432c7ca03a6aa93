import { constraintOf } from '#ground/constraint'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { findEnrolment } from './reads.ts'
import { updateCapacity } from './writes.ts'

export type ChangeCapacity = { enrolment: string; capacity: number }

/** How many partners somebody can take; not fewer than they have. */
export async function changeCapacity(tx: Tx, { enrolment: id, capacity }: ChangeCapacity): Promise<{ programme: string; own: boolean }> {
  const { programme, organisation, person, withdrawnAt, capacity: before } = found(await findEnrolment(tx, id))
  if (person !== tx.by && !mayCoordinate(tx, programme)) missing()
  if (withdrawnAt !== null) refuse('programmes.withdrawn')

  try {
    if (capacity !== before) await updateCapacity(tx, id, capacity)
  } catch (error) {
    if (constraintOf(error) === 'enrolment_places_taken') refuse('programmes.placesTaken', { capacity })
    throw error
  }
  if (capacity !== before) await tx.note('capacity.changed', id, { organisation, programme }, { capacity })
  return { programme, own: person === tx.by }
}
