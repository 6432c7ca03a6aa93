import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Side } from '#partnerships/partnership'
import type { Answer } from './read-answers.ts'
import type { Benefit, Review } from './review.ts'

export type NewReview = Omit<Review, 'asked' | 'answered' | 'closedAt'>

/** False when the pair had that review. */
export async function insertReview(tx: Tx, { form, ...row }: NewReview): Promise<boolean> {
  const written = await tx
    .insertInto('reviews')
    .values({ ...row, form: JSON.stringify(form) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when that side had been asked. */
export async function insertAsk(tx: Tx, review: string, side: Side): Promise<boolean> {
  const written = await tx
    .insertInto('reviewAsks')
    .values({ review, side, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export type NewReply = {
  id: string
  review: string
  side: Side
  nth: number
  benefit: Benefit | null
  by: string
  answers: readonly Answer[]
}

/** False when that form was sent before. Refuses what came when the other side may read it, or after the end. */
export async function insertReply(tx: Tx, { answers, ...row }: NewReply): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('reviewReplies')
      .values({ ...row, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 0n) return false
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'review_open') refuse('feedback.reviewOver')
    throw error
  }
  const rows = answers.map(({ question, seen, choice, words }) => ({
    reply: row.id,
    question,
    seen,
    words,
    choice: choice === null ? null : JSON.stringify(choice),
  }))
  if (rows.length > 0) await tx.insertInto('reviewAnswers').values(rows).execute()
  return true
}

export async function insertClosing(tx: Tx, review: string): Promise<void> {
  await tx
    .insertInto('reviewClosings')
    .values({ review, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertWatch(tx: Tx, review: string): Promise<void> {
  await tx
    .insertInto('reviewWatches')
    .values({ review, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertFirings(tx: Tx, firings: readonly { partnership: string; rule: string }[]): Promise<void> {
  if (firings.length === 0) return
  await tx
    .insertInto('ruleFirings')
    .values(firings.map((one) => ({ ...one, at: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertFollowUpRefusal(tx: Tx, partnership: string, person: string): Promise<void> {
  await tx
    .insertInto('followUpRefusals')
    .values({ partnership, person, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
