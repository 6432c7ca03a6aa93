import type { Tx } from '#ground/db'
import { endedLongAgo } from '#partnerships/ended-reads'
import { sides } from '#partnerships/partnership'
import { findPartnership } from '#partnerships/reads'
import type { Pathway } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { limits, type Review } from './review.ts'
import { writeReviewLetter } from './review-letters.ts'
import { findReview, followUpRefusals } from './review-reads.ts'
import { insertAsk, insertReview } from './review-writes.ts'

/** After how many days each is asked once, how it goes on. */
export const followUps = [
  { key: 'follow-up-3-months', days: 91 },
  { key: 'follow-up-12-months', days: 365 },
] as const
const daysLateMax = 60

/** Asks both sides of pairs that were completed, three and twelve months later; nobody who refused, and nobody long after. */
export async function askFollowUps(tx: Tx): Promise<void> {
  for (const { key, days } of followUps) {
    for (const { id } of await endedLongAgo(tx, { reason: 'completed', daysMin: days, daysMax: days + daysLateMax })) await ask(tx, id, key)
  }
}

/** The form of the stage that ends the partnership, where it asks anything. */
const followUpForm = (pathway: Pathway) => {
  const asked = pathway.stages.find(({ endsAs }) => endsAs !== undefined)?.forms ?? []
  return pathway.forms.find(({ key, questions }) => asked.includes(key) && questions.length > 0)
}

async function ask(tx: Tx, partnership: string, key: string): Promise<void> {
  const pair = await findPartnership(tx, partnership)
  const form = pair && followUpForm(await pathwayOf(tx, pair.programme))
  if (pair === undefined || form === undefined) return
  const { programme, organisation, mentor, mentee } = pair
  const until = tx.now.add({ hours: 24 * limits.followUpDays })
  const review: Omit<Review, 'asked' | 'answered' | 'closedAt'> = {
    ...{ id: tx.newId(), partnership, programme, organisation, mentor, mentee, key, form },
    dueAt: tx.now,
    until,
  }
  if (!(await insertReview(tx, review))) return
  const refused = await followUpRefusals(tx, partnership)
  const opened = await findReview(tx, review.id)
  for (const side of sides) {
    if (opened === undefined || refused.has(pair[side]) || !(await insertAsk(tx, review.id, side))) continue
    await writeReviewLetter(tx, opened, side, { kind: 'review.asked', nth: 1 })
  }
}
