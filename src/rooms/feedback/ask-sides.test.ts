import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathwayOfKey } from '#programmes/pathways'
import { testHouse } from '#testing/house'
import { askSides } from './ask-sides.ts'
import { findReview } from './review-reads.ts'
import { insertReview } from './review-writes.ts'
import { givenReview } from './reviews.testing.ts'

const house = await testHouse()
const mentoring = pathwayOfKey('mentoring') ?? assert.fail()

test('Where the mentor is asked first and alone, the mentee is asked at half of the time, each by one letter.', async () => {
  const { review: of } = await givenReview(house)
  const pathway = { ...mentoring, reviews: mentoring.reviews.map((one) => ({ ...one, first: 'mentor' as const })) }
  const first = (await house.read((db) => findReview(db, of))) ?? assert.fail()
  const id = await house.write(async (tx) => {
    const { asked: _asked, answered: _answered, closedAt: _closed, ...rest } = first
    const made = tx.newId()
    await insertReview(tx, { ...rest, id: made, key: 'midpoint' })
    return made
  })
  const ask = async () => {
    await house.write(async (tx) => askSides(tx, (await findReview(tx, id)) ?? assert.fail(), pathway))
    return Object.keys((await house.read((db) => findReview(db, id)))?.asked ?? {}).sort()
  }
  assert.deepEqual(await ask(), ['mentor'])
  assert.deepEqual(await ask(), ['mentor'])
  house.setNow('2026-11-27T08:00:00Z')
  assert.deepEqual(await ask(), ['mentee', 'mentor'])
  const letters = await house.read((db) => db.selectFrom('mails').select('id').where('about', '=', id).execute())
  assert.equal(letters.length, 2)
})
