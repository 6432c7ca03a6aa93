import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Milestone } from '#programmes/pathway'
import type { Doer } from '#programmes/pathway-moves'
import type { HoldKind } from './stage-reads.ts'

export type Why = 'begun' | 'met' | 'late' | 'asked' | 'due' | 'waived'
export type NewStage = { partnership: string; nth: number; stage: string; why: Why }

/** The database has the last word on what the pathway lists. */
export async function insertStage(tx: Tx, row: NewStage): Promise<void> {
  await tx
    .insertInto('partnershipStages')
    .values({ ...row, enteredAt: tx.now, by: tx.by })
    .execute()
}

export async function insertWaiver(tx: Tx, row: { partnership: string; nth: number; unmet: string[]; reason: string }): Promise<void> {
  await tx.insertInto('partnershipWaivers').values(row).execute()
}

/** False when the same thing had reached it before. */
export async function insertMilestone(tx: Tx, row: { partnership: string; milestone: Milestone; cause: string }): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipMilestones')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewConfirmation = { partnership: string; stage: string; criterion: string; doer: Doer; by: string }

/** False when they had confirmed it. */
export async function insertConfirmation(tx: Tx, row: NewConfirmation): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipConfirmations')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export type NewHold = { id: string; partnership: string; kind: HoldKind; until: Temporal.PlainDate | null }

/** False when a hold of that id stands. */
export async function insertHold(tx: Tx, row: NewHold): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipHolds')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when it was lifted before. Refuses where the walls let somebody else alone lift it. */
export async function insertLift(tx: Tx, hold: string): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('partnershipHoldLifts')
      .values({ hold, at: tx.now, by: tx.by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return written.numInsertedOrUpdatedRows === 1n
  } catch (error) {
    if ((error as { code?: string }).code === '42501') refuse('partnerships.notYoursToLift')
    throw error
  }
}
