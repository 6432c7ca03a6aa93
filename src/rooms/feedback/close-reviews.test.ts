import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { refusedWith } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { testHouse } from '#testing/house'
import { closeReviews } from './close-reviews.ts'
import { answersOf, findReview, repliesOf, unansweredReviews } from './review-reads.ts'
import { answered, givenReview } from './reviews.testing.ts'

const house = await testHouse()
const closedOn = async (instant: string, review: string) => {
  house.setNow(instant)
  await house.write(closeReviews)
  return (await house.read((db) => findReview(db, review)))?.closedAt?.toString() ?? null
}

test('Out of time a review closes; what one side said to the other may then be read, and nothing more is answered.', async () => {
  const pair = await givenReview(house)
  await answered(house, pair, 'mentor')
  assert.equal(await closedOn('2026-11-30T07:59:59Z', pair.review), null)
  assert.equal(await closedOn('2026-11-30T08:00:00Z', pair.review), '2026-11-30T08:00:00Z')
  const seen = await house.database.read(pair.mentee.scope, async (db) => answersOf(db, pair.id, await repliesOf(db, pair.review)))
  assert.deepEqual(seen.map(({ question }) => question).sort(), ['goals', 'rhythm', 'worth'])
  assert.equal(await refusedWith(answered(house, pair, 'mentee')), 'feedback.reviewOver')
  const left = await house.database.read(pair.programme.coordinator, (db) => unansweredReviews(db, pair.programme.id))
  assert.deepEqual(
    left.map(({ partnership, key }) => [partnership, key]),
    [[pair.id, 'first']],
  )
})

test('The time of a pair that rests does not run out; a pair that ended is asked no more.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const [resting, ended] = [await givenReview(house), await givenReview(house)]
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: resting.id, kind: 'paused', until: null }))
  await house.write((tx) => endPartnership(tx, { partnership: ended.id, reason: 'no-fault' }))
  assert.equal(await closedOn('2026-12-24T08:00:00Z', resting.review), null)
  assert.equal(await closedOn('2026-12-24T08:00:00Z', ended.review), '2026-12-24T08:00:00Z')
})
