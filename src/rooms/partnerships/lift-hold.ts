import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { sideOf } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { holdsOf } from './stage-reads.ts'
import { insertLift } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

export type LiftHold = { partnership: string; hold: string }

/**
 * The partnership goes on: by who paused it, or by the coordinator. What the programme paused neither of the two lifts, whatever the
 * reason, so that a hold for somebody's safety stands out in nothing.
 */
export async function liftHold(tx: Tx, { partnership: id, hold }: LiftHold): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (pair.endedAt !== null) refuse('partnerships.ended')
  const held = (await holdsOf(tx, id)).find((one) => one.id === hold)
  if (held === undefined) return
  const side = sideOf(pair, tx.scope.person)
  if (side !== null && held.bySide !== side) refuse('partnerships.notYoursToLift')

  if (!(await insertLift(tx, hold))) return
  await tx.note('partnership.released', id, { organisation: pair.organisation, programme: pair.programme }, { kind: held.kind })
}
