import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { writeReviewLetter } from './review-letters.ts'
import { findReview } from './review-reads.ts'
import { givenReview } from './reviews.testing.ts'

const house = await testHouse()

test('A reminder is in its reader’s language, in the words of the pathway, and is not written twice.', async () => {
  const pair = await givenReview(house)
  await house.write((tx) => tx.updateTable('people').set({ language: 'fa-AF' }).where('id', '=', pair.mentee.id).execute())
  const remind = () =>
    house.write(async (tx) =>
      writeReviewLetter(tx, (await findReview(tx, pair.review)) ?? assert.fail(), 'mentee', { kind: 'review.reminder', nth: 1 }),
    )
  await remind()
  await remind()
  const letters = await house.read((db) =>
    db.selectFrom('mails').select(['language', 'body']).where('about', '=', pair.review).where('kind', '=', 'review.reminder').execute(),
  )
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.body ?? '', /شش سؤال کوتاه منتظر شماست/)
})
