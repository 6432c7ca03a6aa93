import type { Tx } from '#ground/db'
import { nudge, nudgesSent } from '#ground/nudge'
import { type Side, sides } from '#partnerships/partnership'
import { holdsOfAll } from '#partnerships/stage-reads'
import { halfwayOf, type Review } from './review.ts'
import { writeReviewLetter } from './review-letters.ts'
import { reviewsWaiting } from './review-reads.ts'

export const reviewNudge = 'review.waiting'
/** Two reminders never come closer together than this, even where the worker was away when the first was due. */
const hoursBetween = 24

/** Reminds who has not answered: at half of the time, and a day before it is over; nobody whose partnership rests. */
export async function remindReviews(tx: Tx): Promise<void> {
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
    if (held.has(review.partnership)) continue
    for (const side of sides) await remindSide(tx, review, side)
  }
}

async function remindSide(tx: Tx, review: Review, side: Side): Promise<void> {
  const askedAt = review.asked[side]
  if (askedAt === undefined || review.answered.includes(side)) return
  const isPast = (moment: Temporal.Instant) => Temporal.Instant.compare(tx.now, moment) >= 0
  const due = [halfwayOf({ dueAt: askedAt, until: review.until }), review.until.subtract({ hours: 24 })].filter(isPast).length
  const about = { about: review.id, kind: reviewNudge, person: review[side] }
  const { times, last } = await nudgesSent(tx, about)
  if (times >= due || (last !== null && !isPast(last.add({ hours: hoursBetween })))) return
  const nth = await nudge(tx, about)
  if (nth !== null) await writeReviewLetter(tx, review, side, { kind: 'review.reminder', nth })
}
