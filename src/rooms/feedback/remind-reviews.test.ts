import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeHold } from '#partnerships/place-hold'
import { testHouse } from '#testing/house'
import { remindReviews } from './remind-reviews.ts'
import { answered, givenReview } from './reviews.testing.ts'

const house = await testHouse()

async function remindedOn(instant: string, review: string): Promise<number> {
  house.setNow(instant)
  await house.write(remindReviews)
  const rows = await house.read((db) =>
    db.selectFrom('mails').select('id').where('about', '=', review).where('kind', '=', 'review.reminder').execute(),
  )
  return rows.length
}

test('Who has not answered is reminded at half of the time and a day before its end, and never a third time.', async () => {
  const pair = await givenReview(house)
  await answered(house, pair, 'mentor')
  assert.equal(await remindedOn('2026-11-26T19:00:00Z', pair.review), 0)
  assert.equal(await remindedOn('2026-11-26T20:00:00Z', pair.review), 1)
  assert.equal(await remindedOn('2026-11-27T20:00:00Z', pair.review), 1)
  assert.equal(await remindedOn('2026-11-29T08:00:00Z', pair.review), 2)
  assert.equal(await remindedOn('2026-11-29T23:00:00Z', pair.review), 2)
})

test('Two reminders never come within a day, even where the worker was away; nobody is reminded of what rests.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const [late, resting] = [await givenReview(house), await givenReview(house)]
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: resting.id, kind: 'paused', until: null }))
  assert.equal(await remindedOn('2026-11-29T09:00:00Z', late.review), 2)
  assert.equal(await remindedOn('2026-11-29T11:00:00Z', late.review), 2)
  assert.equal(await remindedOn('2026-11-29T12:00:00Z', resting.review), 0)
})
