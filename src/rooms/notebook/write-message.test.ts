import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { countMessages, messagesAt } from './message-reads.ts'
import { limits } from './note.ts'
import { givenNotebook, newId } from './notebook.testing.ts'

const house = await testHouse()

test('Both read what either wrote at a meeting, in the order of writing; the same form twice is one message.', async () => {
  const pair = await givenNotebook(house)
  const [meeting, id] = [newId(), newId()]
  for (const _twice of [1, 2]) await pair.said('mentor', meeting, 'See you at ten', id)
  await pair.said('mentee', meeting, 'I bring the list')
  await pair.said('mentee', newId(), 'Elsewhere')
  for (const side of ['mentor', 'mentee'] as const) {
    const messages = await pair.seen(side, (db) => messagesAt(db, meeting))
    assert.deepEqual(
      messages.map(({ author, text }) => [author, text]),
      [
        [pair.mentor.id, 'See you at ten'],
        [pair.mentee.id, 'I bring the list'],
      ],
    )
  }
  const [news] = await house.news('message.written')
  assert.deepEqual(news?.facts, {}, 'the diary says no word of it')
})

test('The first page has the newest messages; at a meeting there are so many and no more; none after the end.', async () => {
  const pair = await givenNotebook(house)
  const meeting = newId()
  for (let nth = 1; nth <= limits.messagesMax; nth += 1) await pair.said('mentor', meeting, `Message ${nth}`)
  assert.equal(await refusedWith(pair.said('mentee', meeting, 'One more')), 'notebook.messagesFull')
  assert.equal(await pair.seen('mentee', (db) => countMessages(db, meeting)), limits.messagesMax)
  const page = (nth: number) => pair.seen('mentee', async (db) => (await messagesAt(db, meeting, nth)).map(({ text }) => text))
  assert.equal((await page(1)).at(-1), `Message ${limits.messagesMax}`)
  assert.equal((await page(2)).at(-1), `Message ${limits.messagesMax - limits.messagesShownMax}`)
  await pair.over()
  assert.equal(await refusedWith(pair.said('mentee', newId(), 'Late')), 'notebook.over')
})
