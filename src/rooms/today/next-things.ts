import { reviewsWaiting } from '#feedback/review-reads'
import type { Db } from '#ground/db'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { sideOf } from '#partnerships/partnership'
import { partnershipsOf } from '#partnerships/reads'
import { limits } from './card.ts'

export type NextKind = 'proposal' | 'review'

/** One thing that waits for a person: what, with whom, where, and since or until when. */
export type NextThing = {
  kind: NextKind
  facts: Record<string, string | number>
  href: string
  at: Temporal.Instant | null
  isDue: boolean
}

/** What waits for this person, the soonest due first. */
export async function nextThingsOf(db: Db, person: string): Promise<NextThing[]> {
  const mine = await partnershipsOf(db, person)
  const reviews = (await reviewsWaiting(db, { person })).filter((review) => {
    const side = sideOf(review, person)
    return side !== null && review.asked[side] !== undefined && !review.answered.includes(side)
  })
  const others = [...mine.map(({ partner }) => partner), ...reviews.flatMap(({ mentor, mentee }) => [mentor, mentee])]
  const people = await correspondentsOf(db, others)
  const nameOf = (id: string) => apart(people.get(id)?.name ?? '–')
  const proposals: NextThing[] = mine
    .filter(({ state, accepted }) => state !== 'agreed' && !accepted)
    .map((one) => ({
      kind: 'proposal',
      facts: { side: one.side, name: nameOf(one.partner) },
      href: `/partnerships/${one.id}`,
      at: one.answerUntil,
      isDue: true,
    }))
  const asked: NextThing[] = reviews.map((review) => ({
    kind: 'review',
    facts: { name: nameOf(review.mentor === person ? review.mentee : review.mentor), count: review.form.questions.length },
    href: `/reviews/${review.id}`,
    at: review.until,
    isDue: true,
  }))
  return [...proposals, ...asked]
    .sort((one, other) => (one.at && other.at ? Temporal.Instant.compare(one.at, other.at) : one.at ? -1 : 1))
    .slice(0, limits.nextThingsMax)
}
