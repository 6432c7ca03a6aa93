import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import type { Values } from '#ground/form'
import { found, missing, refuse } from '#ground/refusal'
import { sideOf } from '#partnerships/partnership'
import { reachMilestone } from '#partnerships/reach-milestone'
import { formFor } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { readAnswers } from './read-answers.ts'
import { milestoneOf } from './review.ts'
import { findReview, repliesOf } from './review-reads.ts'
import { insertClosing, insertReply, insertWatch } from './review-writes.ts'

/** `id` is the form's own, so that the same answers twice are one reply; `values` are as they came, since the form is data. */
export type GiveAnswers = { id: string; review: string; values: Values }

/**
 * One side answers its review, apart from the other. Until the other has answered, a new version may take its place; then both read what
 * was said to them. What is missing is refused with how many; the page names each at its field.
 */
export async function giveAnswers(tx: Tx, { id, review: of, values }: GiveAnswers): Promise<{ partnership: string }> {
  const review = found(await findReview(tx, of))
  const side = sideOf(review, tx.scope.person) ?? missing()
  if (review.asked[side] === undefined) missing()
  const { partnership } = review
  const before = (await repliesOf(tx, of)).find((one) => one.side === side)
  if (before?.id === id) return { partnership }
  const answered = readAnswers(formFor(review.form, side), values)
  if ('slips' in answered) refuse('feedback.unanswered', { count: answered.slips.length })
  if (review.closedAt !== null || review.answered.length === 2) refuse('feedback.reviewOver')
  assert(tx.by, 'somebody answers')

  const { answers, benefit, watch } = answered.read
  if (!(await insertReply(tx, { id, partnership, review: of, side, nth: (before?.nth ?? 0) + 1, benefit, by: tx.by, answers })))
    return { partnership }
  if (watch) await insertWatch(tx, of)
  await tx.note('review.answered', partnership, { organisation: review.organisation, programme: review.programme }, { review: of })
  const milestone = milestoneOf(await pathwayOf(tx, review.programme), review.key)
  await reachMilestone(tx, { partnership, milestone, cause: `${of}:${side}` })
  if ((await findReview(tx, of))?.answered.length === 2) await insertClosing(tx, of)
  return { partnership }
}
