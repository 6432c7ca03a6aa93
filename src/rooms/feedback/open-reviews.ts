import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { dayOf } from '#ground/when'
import { enterStage } from '#partnerships/enter-stage'
import { findPartnership } from '#partnerships/reads'
import { type PairUnderWay, pairsUnderWay } from '#partnerships/stage-reads'
import { formOfReview, type Pathway, type Review as ReviewRule } from '#programmes/pathway'
import { movesFrom } from '#programmes/pathway-moves'
import { pathwayOf } from '#programmes/pathway-reads'
import { askSides } from './ask-sides.ts'
import { halfwayOf, limits, reviewDue } from './review.ts'
import { findReview, reviewKeys, reviewsWaiting } from './review-reads.ts'
import { insertReview } from './review-writes.ts'

/** Opens the reviews that are due, of pairs that rest in no hold and have none open; by the clock. */
export async function openReviews(tx: Tx): Promise<void> {
  const pairs = await pairsUnderWay(tx, null)
  await openFor(tx, pairs.slice(0, limits.sweptMax))
}

/** The same for one pair, at once, when it came to a stage or reached something. */
export async function openReviewsOfPair(tx: Tx, { subject, programme }: Pick<News, 'subject' | 'programme'>): Promise<void> {
  await openFor(tx, await pairsUnderWay(tx, programme, subject))
}

async function openFor(tx: Tx, pairs: readonly PairUnderWay[]): Promise<void> {
  const reviewed = await reviewKeys(
    tx,
    pairs.map(({ id }) => id),
  )
  const [only] = pairs.length === 1 ? pairs : []
  const waiting = new Set((await reviewsWaiting(tx, only ? { partnership: only.id } : {})).map(({ partnership }) => partnership))
  const pathways = new Map<string, Pathway>()
  for (const pair of pairs) {
    const pathway = pathways.get(pair.programme) ?? (await pathwayOf(tx, pair.programme))
    pathways.set(pair.programme, pathway)
    if (pair.holds.length > 0) continue
    const daysTogether = dayOf({ zone: 'UTC' }, pair.begunAt).until(dayOf({ zone: 'UTC' }, tx.now), { largestUnit: 'days' }).days
    const rule = reviewDue(pathway, { ...pair, daysTogether, reviewed: reviewed.get(pair.id) ?? new Set() })
    if (rule === undefined || (waiting.has(pair.id) && pair.stage !== pathway.closes)) continue
    await open(tx, pair, pathway, rule)
  }
}

async function open(tx: Tx, pair: PairUnderWay, pathway: Pathway, rule: ReviewRule): Promise<void> {
  const form = formOfReview(pathway, rule)
  if (form === undefined || form.questions.length === 0) return
  const { id: partnership, programme, organisation, mentor, mentee } = pair
  const until = tx.now.add({ hours: 24 * rule.limitDays })
  const review = { id: tx.newId(), partnership, programme, organisation, mentor, mentee, key: rule.key, form, dueAt: tx.now, until }
  if (!(await insertReview(tx, review))) return

  const interlude = pathway.stages.find(({ key, returnsTo }) => returnsTo === pair.stage && movesFrom(pathway, pair.stage).includes(key))
  const found = await findPartnership(tx, partnership)
  if (interlude && found) await enterStage(tx, found, { to: interlude.key, why: 'due' })
  await tx.note('review.opened', partnership, { organisation, programme }, { review: review.id, key: rule.key })
  const opened = await findReview(tx, review.id)
  if (opened) await askSides(tx, opened, pathway)
}

/** Asks the other side of the reviews where one is asked first, once it is its turn. */
export async function askOtherSides(tx: Tx): Promise<void> {
  for (const review of await reviewsWaiting(tx)) {
    const isHalfOver = Temporal.Instant.compare(tx.now, halfwayOf(review)) >= 0
    if (Object.keys(review.asked).length < 2 && (isHalfOver || review.answered.length > 0)) {
      await askSides(tx, review, await pathwayOf(tx, review.programme))
    }
  }
}
