import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lettersAbout } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { reachMilestone } from '#partnerships/reach-milestone'
import { givenUnderWay, roadOf } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { openReviews, openReviewsOfPair } from './open-reviews.ts'
import { reviewsOf } from './review-reads.ts'
import { givenReview } from './reviews.testing.ts'

const house = await testHouse()
const met = (partnership: string, cause: string) =>
  house.write((tx) => reachMilestone(tx, { partnership, milestone: 'meeting-held', cause }))
const reviews = (id: string) => house.read((db) => reviewsOf(db, id))

test('After the second meeting both are asked, each by a letter of their own, and the pair stands in its review.', async () => {
  const { id, review, mentor, mentee } = await givenReview(house)
  assert.equal((await roadOf(house, id)).at(-1), 'review due')
  const letters = await lettersAbout(house, review)
  assert.deepEqual(letters.map(({ recipient }) => recipient).sort(), [mentor.id, mentee.id].sort())
  assert.match(letters[0]?.body ?? '', new RegExp(`/reviews/${review}$`))
})

test('One meeting is not enough; looked at twice, a review is opened once.', async () => {
  const { id, programme } = await givenUnderWay(house)
  const look = () => house.write((tx) => openReviewsOfPair(tx, { subject: id, programme: programme.id }))
  await met(id, 'one')
  await look()
  assert.equal((await reviews(id)).length, 0)
  await met(id, 'two')
  await Promise.allSettled([look(), look(), look()])
  await look()
  assert.equal((await reviews(id)).length, 1)
})

test('A pair that rests is asked nothing; once it goes on, it is.', async () => {
  const { id } = await givenUnderWay(house)
  for (const cause of ['one', 'two']) await met(id, cause)
  const until = Temporal.PlainDate.from('2026-12-01')
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: id, kind: 'paused', until }))
  await house.write(openReviews)
  assert.equal((await reviews(id)).length, 0)
  house.setNow('2026-12-04T08:00:00Z')
  await house.write(openReviews)
  assert.equal((await reviews(id)).length, 1)
  house.setNow('2026-11-23T08:00:00Z')
})
