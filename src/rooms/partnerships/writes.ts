import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Answer, EndReason, Side } from './partnership.ts'
import type { Clause } from './reason-words.ts'

export type NewPartnership = {
  id: string
  programme: string
  organisation: string
  round: string | null
  mentorEnrolment: string
  menteeEnrolment: string
  mentor: string
  mentee: string
  reasons: readonly Clause[]
  answerUntil: Temporal.Instant
  remindAt: Temporal.Instant | null
}

const rowsAtOnceMax = 1_000

export async function insertPartnerships(tx: Tx, partnerships: readonly NewPartnership[]): Promise<void> {
  for (let from = 0; from < partnerships.length; from += rowsAtOnceMax) {
    const rows = partnerships.slice(from, from + rowsAtOnceMax).map((row) => ({
      ...row,
      reasons: JSON.stringify(row.reasons),
      proposedAt: tx.now,
      proposedBy: tx.by,
    }))
    await tx.insertInto('partnerships').values(rows).execute()
  }
}

/** Holds a partnership until the transaction ends: a yes, a no and a lapse come one after the other. */
export async function holdPartnership(tx: Tx, id: string): Promise<void> {
  await sql`select scope.hold_partnership(${id})`.execute(tx)
}

type NewAnswer = { partnership: string; side: Side; answer: Answer; by: string }

/** What the database's last word means to the person. */
const refusals = {
  partnership_capacity: 'partnerships.full',
  partnership_enrolled: 'partnerships.left',
  partnership_open: 'partnerships.over',
} as const

/** False when that side had answered. */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('partnershipAnswers')
      .values({ ...answer, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return written.numInsertedOrUpdatedRows === 1n
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (constraint !== undefined && constraint in refusals) refuse(refusals[constraint as keyof typeof refusals])
    throw error
  }
}

/** False when it had ended. */
export async function insertEnd(tx: Tx, partnership: string, reason: EndReason, neutralText = 1): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipEnds')
    .values({ partnership, at: tx.now, neutralText })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return false
  await tx.insertInto('partnershipEndReasons').values({ partnership, reason, by: tx.by }).execute()
  return true
}

/** False when that side had been reminded. */
export async function insertReminder(tx: Tx, partnership: string, side: Side): Promise<boolean> {
  const written = await tx
    .insertInto('partnershipReminders')
    .values({ partnership, side, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
