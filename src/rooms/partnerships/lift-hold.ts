import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findPartnership } from './reads.ts'
import { holdsOf } from './stage-reads.ts'
import { insertLift } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

export type LiftHold = { partnership: string; hold: string }

/** The partnership goes on. A hold that somebody else alone may lift is refused by name. */
export async function liftHold(tx: Tx, { partnership: id, hold }: LiftHold): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (pair.endedAt !== null) refuse('partnerships.over')
  const held = (await holdsOf(tx, id)).find((one) => one.id === hold)
  if (held === undefined) return

  if (!(await insertLift(tx, hold))) return
  await tx.note('partnership.released', id, { organisation: pair.organisation, programme: pair.programme }, { kind: held.kind })
}
