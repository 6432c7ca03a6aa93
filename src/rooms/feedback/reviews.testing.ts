import assert from 'node:assert/strict'
import type { Values } from '#ground/form'
import type { GivenPair } from '#partnerships/pairs.testing'
import { reachMilestone } from '#partnerships/reach-milestone'
import { givenUnderWay } from '#partnerships/stages.testing'
import type { TestHouse } from '#testing/house'
import { giveAnswers } from './give-answers.ts'
import { openReviewsOfPair } from './open-reviews.ts'
import { reviewsOf } from './review-reads.ts'

export type GivenReview = GivenPair & { review: string }

/** A pair that has met twice, so that its first review is open. */
export async function givenReview(house: TestHouse): Promise<GivenReview> {
  const pair = await givenUnderWay(house)
  for (const cause of ['one', 'two']) {
    await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'meeting-held', cause }))
  }
  await house.write((tx) => openReviewsOfPair(tx, { subject: pair.id, programme: pair.programme.id }))
  const [review] = await house.read((db) => reviewsOf(db, pair.id))
  return { ...pair, review: review?.id ?? assert.fail('no review was opened') }
}

/** The six answers of the first review, all well unless said otherwise. */
export const sixAnswers = (given: Record<string, string> = {}): Values => ({
  'answer-goals': '4',
  'answer-rhythm': '4',
  'answer-safe': '5',
  'answer-worth': '5',
  'answer-go-on': 'continue',
  'answer-officer': '',
  ...Object.fromEntries(Object.entries(given).map(([key, value]) => [`answer-${key}`, value])),
})

export async function answered(
  house: TestHouse,
  { review, ...pair }: GivenReview,
  side: 'mentor' | 'mentee',
  given: Record<string, string> = {},
) {
  return house.writeAs(pair[side].scope, (tx) => giveAnswers(tx, { id: tx.newId(), review, values: sixAnswers(given) }))
}
