import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import type { Milestone } from '#programmes/pathway'
import { advance } from './advance.ts'
import { findPartnership } from './reads.ts'
import { insertMilestone } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

/** `cause` is what reached it (a meeting's id), so that the same thing counts once. */
export type Reached = { partnership: string; milestone: Milestone; cause: string }

/** A pair has reached something; its stage moves on where that was what it waited for. What is over stays as it ended. */
export async function reachMilestone(tx: Tx, { partnership: id, milestone, cause }: Reached): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (!(await insertMilestone(tx, { partnership: id, milestone, cause }))) return

  await tx.note('milestone.reached', id, { organisation: pair.organisation, programme: pair.programme }, { milestone })
  if (pair.endedAt === null) await advance(tx, pair)
}
