import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Attainment, GoalState, Level, OpportunityKind, Outcome, StepState } from './growth.ts'

/** Holds a partnership until the transaction ends, so that of two who add at once the second counts what the first added. */
export async function holdPair(tx: Tx, partnership: string): Promise<void> {
  await sql`select scope.hold_partnership(${partnership})`.execute(tx)
}

const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n

type NewGoal = { id: string; partnership: string; ofPerson: string | null; by: string }

/** False when the goal is there already; so with every insert here. */
export async function insertGoal(tx: Tx, { by, ...goal }: NewGoal): Promise<boolean> {
  const row = { ...goal, madeBy: by, madeAt: tx.now }
  return isNew(
    await tx
      .insertInto('goals')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewVersion = { id: string; goal: string; version: number; sealed: Uint8Array; by: string }

/** False, too, when somebody else's text has that number. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<boolean> {
  const row = { ...version, at: tx.now }
  return isNew(
    await tx
      .insertInto('goalVersions')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertRating(tx: Tx, rating: { id: string; goal: string; value: Attainment; by: string }): Promise<boolean> {
  const row = { ...rating, at: tx.now }
  return isNew(
    await tx
      .insertInto('goalRatings')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertGoalState(tx: Tx, state: { goal: string; state: GoalState; by: string }): Promise<void> {
  await tx
    .insertInto('goalStates')
    .values({ ...state, id: tx.newId(), at: tx.now })
    .execute()
}

export async function insertSkill(
  tx: Tx,
  skill: { id: string; partnership: string; person: string; sealed: Uint8Array },
): Promise<boolean> {
  const row = { ...skill, madeAt: tx.now }
  return isNew(
    await tx
      .insertInto('skills')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewAssessment = { id: string; skill: string; level: Level; sealed: Uint8Array | null; by: string }

export async function insertAssessment(tx: Tx, assessment: NewAssessment): Promise<boolean> {
  const row = { ...assessment, at: tx.now }
  return isNew(
    await tx
      .insertInto('skillAssessments')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewStep = { id: string; partnership: string; sealed: Uint8Array; owner: string; dueOn: Temporal.PlainDate; by: string }

export async function insertStep(tx: Tx, { by, ...step }: NewStep): Promise<boolean> {
  const row = { ...step, madeBy: by, madeAt: tx.now }
  return isNew(
    await tx
      .insertInto('nextSteps')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertStepState(tx: Tx, state: { step: string; state: StepState; by: string }): Promise<void> {
  await tx
    .insertInto('nextStepStates')
    .values({ ...state, id: tx.newId(), at: tx.now })
    .execute()
}

export async function insertStepReminder(tx: Tx, step: string, kind: 'soon' | 'late'): Promise<boolean> {
  const row = { step, kind, at: tx.now }
  return isNew(
    await tx
      .insertInto('nextStepReminders')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewOpportunity = { id: string; partnership: string; openedBy: string; kind: OpportunityKind; sealed: Uint8Array; by: string }

export async function insertOpportunity(tx: Tx, { by, ...opportunity }: NewOpportunity): Promise<boolean> {
  const row = { ...opportunity, madeBy: by, madeAt: tx.now }
  return isNew(
    await tx
      .insertInto('opportunities')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewOutcome = { id: string; opportunity: string; outcome: Outcome; sealed: Uint8Array | null; by: string }

export async function insertOutcome(tx: Tx, outcome: NewOutcome): Promise<boolean> {
  const row = { ...outcome, at: tx.now }
  return isNew(
    await tx
      .insertInto('opportunityOutcomes')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertChoices(tx: Tx, person: string, choices: readonly { item: string; choice: 'out' | 'in' }[]): Promise<void> {
  if (choices.length === 0) return
  const rows = choices.map((one) => ({ ...one, id: tx.newId(), person, at: tx.now }))
  await tx.insertInto('portfolioChoices').values(rows).execute()
}
