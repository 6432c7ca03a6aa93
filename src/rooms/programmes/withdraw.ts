import type { Tx } from '#ground/db'
import { found, missing } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { findEnrolment } from './reads.ts'
import { endEnrolment } from './writes.ts'

export type Withdraw = { enrolment: string }

/** Leaves a programme, without a reason asked; oneself, or the coordinator for them. Twice is once. */
export async function withdraw(tx: Tx, { enrolment: id }: Withdraw): Promise<{ programme: string; own: boolean }> {
  const { programme, organisation, person } = found(await findEnrolment(tx, id))
  if (person !== tx.by && !mayCoordinate(tx, programme)) missing()

  const isNew = await endEnrolment(tx, id, tx.by ?? person)
  if (isNew) await tx.note('enrolment.withdrawn', id, { organisation, programme })
  return { programme, own: person === tx.by }
}
