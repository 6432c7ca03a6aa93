import type { Tx } from '#ground/db'
import type { Pathway } from './pathway.ts'
import type { Enrolment, Programme } from './programme.ts'
import type { Rules } from './rules.ts'

const rowsAtOnce = 2_000

/** False when a programme of that id is there already. */
export async function insertProgramme(tx: Tx, programme: Programme): Promise<boolean> {
  const written = await tx
    .insertInto('programmes')
    .values(programme)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertRules(tx: Tx, programme: string, version: number, rules: Rules, by: string): Promise<boolean> {
  const written = await tx
    .insertInto('programmeRules')
    .values({ programme, version, rules: JSON.stringify(rules), at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when that version is there already. */
export async function insertPathway(tx: Tx, programme: string, version: number, pathway: Pathway, by: string): Promise<boolean> {
  const written = await tx
    .insertInto('programmePathways')
    .values({ programme, version, pathway: JSON.stringify(pathway), at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** Those that were not in before, in the order given. */
export async function insertEnrolments(tx: Tx, rows: readonly Omit<Enrolment, 'withdrawnAt'>[]): Promise<number> {
  let added = 0
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const written = await tx
      .insertInto('enrolments')
      .values(rows.slice(at, at + rowsAtOnce).map((row) => ({ ...row, enrolledBy: tx.by })))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    added += Number(written.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

/** False when the enrolment had ended before. */
export async function endEnrolment(tx: Tx, enrolment: string, by: string): Promise<boolean> {
  const written = await tx
    .updateTable('enrolments')
    .set({ withdrawnAt: tx.now, withdrawnBy: by })
    .where('id', '=', enrolment)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return written.numUpdatedRows === 1n
}

export async function updateCapacity(tx: Tx, enrolment: string, capacity: number): Promise<void> {
  await tx.updateTable('enrolments').set({ capacity }).where('id', '=', enrolment).execute()
}

type NewMustNot = { id: string; programme: string; person: string; other: string; by: string }

export async function insertMustNot(tx: Tx, { by, ...row }: NewMustNot): Promise<boolean> {
  const written = await tx
    .insertInto('mustNots')
    .values({ ...row, saidAt: tx.now, saidBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function endMustNot(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('mustNots').set({ liftedAt: tx.now, liftedBy: tx.by }).where('id', '=', id).where('liftedAt', 'is', null).execute()
}

/** False when it was confirmed before. */
export async function insertProgrammeStep(tx: Tx, row: { programme: string; stage: string; criterion: string; by: string }) {
  const written = await tx
    .insertInto('programmeSteps')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewProgrammeStage = { programme: string; nth: number; stage: string; by: string; unmet: string[]; reason: string | null }

/** False when the programme has moved meanwhile. */
export async function insertProgrammeStage(tx: Tx, row: NewProgrammeStage): Promise<boolean> {
  const written = await tx
    .insertInto('programmeStages')
    .values({ ...row, enteredAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewEnrolmentStep = { enrolment: string; programme: string; stage: string; criterion: string; by: string }

/** False when it was confirmed before. */
export async function insertEnrolmentStep(tx: Tx, row: NewEnrolmentStep): Promise<boolean> {
  const written = await tx
    .insertInto('enrolmentSteps')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
