import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { roadOf } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { giveAnswers } from './give-answers.ts'
import { answersOf, benefitsOf, findReview, repliesOf, watchesIn } from './review-reads.ts'
import { answered, givenReview, sixAnswers } from './reviews.testing.ts'

const house = await testHouse()

/** What somebody reads of the answers to a review, by side and question. */
async function readBy(scope: Parameters<typeof house.writeAs>[0], review: string): Promise<string[]> {
  return house.database.read(scope, async (db) => {
    const replies = await repliesOf(db, review)
    const partnership = (await findReview(db, review))?.partnership ?? review
    const rows = await answersOf(db, partnership, replies)
    return rows.map(({ reply, question }) => `${replies.find(({ id }) => id === reply)?.side} ${question}`).sort()
  })
}

test('Neither side reads a word of the other before both have answered; then what was said to them, and no more.', async () => {
  const pair = await givenReview(house)
  await answered(house, pair, 'mentor', { officer: 'A word for the coordinator' })
  assert.deepEqual(await readBy(pair.mentee.scope, pair.review), [])
  await answered(house, pair, 'mentee')
  const seen = await readBy(pair.mentee.scope, pair.review)
  assert.deepEqual(
    seen.filter((one) => one.startsWith('mentor')),
    ['mentor goals', 'mentor rhythm', 'mentor worth'],
  )
  assert.equal(seen.filter((one) => one.startsWith('mentee')).length, 5)
})

test('The coordinator reads what is for the coordinator, from the first answer on, and nothing else; others read nothing.', async () => {
  const pair = await givenReview(house)
  const other = await givenReview(house)
  await answered(house, pair, 'mentor', { officer: 'Please call me' })
  assert.deepEqual(await readBy(pair.programme.coordinator, pair.review), ['mentor go-on', 'mentor officer'])
  for (const scope of [other.mentor.scope, other.programme.coordinator]) assert.deepEqual(await readBy(scope, pair.review), [])
})

test('Until the other has answered, one’s own may be changed; afterwards it stands.', async () => {
  const pair = await givenReview(house)
  await answered(house, pair, 'mentor', { goals: '1' })
  await answered(house, pair, 'mentor', { goals: '5' })
  await answered(house, pair, 'mentee')
  const benefit = await house.database.read(pair.mentee.scope, (db) => benefitsOf(db, pair.programme.id))
  assert.equal(benefit.get(pair.id)?.mentor, 'yes')
  assert.equal(await refusedWith(answered(house, pair, 'mentor')), 'feedback.reviewOver')
})

test('Both answered, the pair goes back to where it was; the same form sent eight times is one reply.', async () => {
  const pair = await givenReview(house)
  const id = await house.write(async (tx) => tx.newId())
  const send = () => house.writeAs(pair.mentor.scope, (tx) => giveAnswers(tx, { id, review: pair.review, values: sixAnswers() }))
  await Promise.all(Array.from({ length: 8 }, send))
  assert.equal((await roadOf(house, pair.id)).at(-1), 'review due')
  await answered(house, pair, 'mentee')
  assert.equal((await roadOf(house, pair.id)).at(-1), 'active met')
  assert.ok((await house.read((db) => findReview(db, pair.review)))?.closedAt)
  const replies = await house.read((db) => db.selectFrom('reviewReplies').select('id').where('review', '=', pair.review).execute())
  assert.equal(replies.length, 2)
})

test('What is missing is refused, nothing is kept; a review of somebody else is not there.', async () => {
  const pair = await givenReview(house)
  const other = await givenReview(house)
  assert.equal(await refusedWith(answered(house, pair, 'mentor', { goals: '' })), 'feedback.unanswered')
  assert.deepEqual(await readBy(pair.mentor.scope, pair.review), [])
  assert.equal(await refusedWith(answered(house, { ...pair, review: other.review }, 'mentor')), 'Missing')
})

test('That something should be looked at is told once both may read, and never which side it was.', async () => {
  const pair = await givenReview(house)
  const watched = () => house.database.read(pair.programme.coordinator, (db) => watchesIn(db, pair.programme.id))
  await answered(house, pair, 'mentee', { safe: '1' })
  assert.equal((await watched()).size, 0)
  await answered(house, pair, 'mentor')
  assert.deepEqual([...(await watched()).keys()], [pair.id])
  for (const scope of [pair.mentor.scope, pair.mentee.scope]) {
    assert.equal((await house.database.read(scope, (db) => watchesIn(db, pair.programme.id))).size, 0)
  }
})
