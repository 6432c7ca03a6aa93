import type { Tx } from '#ground/db'
import { endedLongAgo } from '#partnerships/ended-reads'
import { sides } from '#partnerships/partnership'
import { findPartnership } from '#partnerships/reads'
import { followUpMonths, type Pathway } from '#programmes/pathway'
import { askedOf, formFor, type PathwayForm } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { limits, type Review } from './review.ts'
import { writeReviewLetter } from './review-letters.ts'
import { findReview, followUpRefusals } from './review-reads.ts'
import { insertAsk, insertReview } from './review-writes.ts'

const daysAYear = 365
const monthsAYear = 12
const daysLateMax = 60

/** Asks both sides of pairs that were completed, after the months that their pathway says; nobody who refused, and nobody long after. */
export async function askFollowUps(tx: Tx): Promise<void> {
  for (const months of followUpMonths) {
    const daysMin = Math.floor((months * daysAYear) / monthsAYear)
    for (const { id } of await endedLongAgo(tx, { reason: 'completed', daysMin, daysMax: daysMin + daysLateMax })) await ask(tx, id, months)
  }
}

/** The form of the stage that ends the partnership, where it asks anything after so many months. */
function followUpForm(pathway: Pathway, months: (typeof followUpMonths)[number]): PathwayForm | undefined {
  if (!pathway.followUps.includes(months)) return undefined
  const asked = pathway.stages.find(({ endsAs }) => endsAs !== undefined)?.forms ?? []
  const form = pathway.forms.find(({ key, questions }) => asked.includes(key) && questions.length > 0)
  return form && askedOf(form)
}

async function ask(tx: Tx, partnership: string, months: (typeof followUpMonths)[number]): Promise<void> {
  const pair = await findPartnership(tx, partnership)
  const form = pair && followUpForm(await pathwayOf(tx, pair.programme), months)
  if (pair === undefined || form === undefined) return
  const key = `follow-up-${months}-months`
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
  for (const side of sides.filter((one) => formFor(form, one).questions.length > 0)) {
    if (opened === undefined || refused.has(pair[side]) || !(await insertAsk(tx, review.id, side))) continue
    await writeReviewLetter(tx, opened, side, { kind: 'review.asked', nth: 1 })
  }
}
