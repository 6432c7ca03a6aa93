import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Side } from '#partnerships/partnership'
import type { Answer } from './read-answers.ts'
import { type Benefit, placeOfAnswer, type Review, sealingOf } from './review.ts'

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
  partnership: string
  review: string
  side: Side
  nth: number
  benefit: Benefit | null
  by: string
  answers: readonly Answer[]
}

/** False when that form was sent before. Refuses what came when the other side may read it, or after the end. */
export async function insertReply(tx: Tx, { partnership, answers, ...row }: NewReply): Promise<boolean> {
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
  const rows = []
  for (const answer of answers) rows.push(await answerRow(tx, { partnership, reply: row.id, by: row.by }, answer))
  if (rows.length > 0) await tx.insertInto('reviewAnswers').values(rows).execute()
  return true
}

type Of = { partnership: string; reply: string; by: string }

async function answerRow(tx: Tx, { partnership, reply, by }: Of, { question, seen, choice, words }: Answer) {
  const keys = words === null ? null : await keysFor(tx, { kind: sealingOf(seen), id: partnership })
  const sealed = keys?.seal(placeOfAnswer({ reply, question, by }), { words }) ?? null
  return { reply, question, seen, sealed, choice: choice === null ? null : JSON.stringify(choice) }
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
