import type { Tx } from '#ground/db'
import { findPartnership } from '#partnerships/reads'
import { holdsOfAll } from '#partnerships/stage-reads'
import { reviewsWaiting } from './review-reads.ts'
import { insertClosing } from './review-writes.ts'

/** Closes the reviews whose time is over, and those of pairs that ended in the middle; who had answered may read what there is. */
export async function closeReviews(tx: Tx): Promise<void> {
  const waiting = await reviewsWaiting(tx)
  const held = new Set(
    (
      await holdsOfAll(
        tx,
        waiting.map(({ partnership }) => partnership),
      )
    ).map(({ partnership }) => partnership),
  )
  for (const review of waiting) {
    const isOver = Temporal.Instant.compare(tx.now, review.until) >= 0 && !held.has(review.partnership)
    const pair = isOver ? undefined : await findPartnership(tx, review.partnership)
    const isLeft = pair !== undefined && pair.endedAt !== null && !review.key.startsWith('follow-up')
    if (!isOver && !isLeft) continue
    await insertClosing(tx, review.id)
    await tx.note(
      'review.closed',
      review.partnership,
      { organisation: review.organisation, programme: review.programme },
      { review: review.id, answered: review.answered.length },
    )
  }
}
