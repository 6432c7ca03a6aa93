import type { Tx } from '#ground/db'
import type { Pathway } from '#programmes/pathway'
import { halfwayOf, type Review, sidesToAsk } from './review.ts'
import { writeReviewLetter } from './review-letters.ts'
import { insertAsk } from './review-writes.ts'

/** Asks whom it is time to ask, each for itself; who was asked is not asked again. */
export async function askSides(tx: Tx, review: Review, pathway: Pathway): Promise<void> {
  const first = pathway.reviews.find(({ key }) => key === review.key)?.first ?? 'together'
  const isHalfOver = Temporal.Instant.compare(tx.now, halfwayOf(review)) >= 0
  for (const side of sidesToAsk(first, review.answered, isHalfOver)) {
    if (await insertAsk(tx, review.id, side)) await writeReviewLetter(tx, review, side, { kind: 'review.asked', nth: 1 })
  }
}
