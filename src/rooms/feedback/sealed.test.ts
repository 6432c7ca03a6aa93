import assert from 'node:assert/strict'
import { test } from 'node:test'
import { destroyKeys } from '#ground/content-keys'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { giftsOf } from './gift-reads.ts'
import { giveGift } from './give-gift.ts'
import { answersOf, repliesOf } from './review-reads.ts'
import { answered, givenReview } from './reviews.testing.ts'

const house = await testHouse()
const words = ['Pangolin-33', 'سنگ‌پشت']

test('Candid feedback is in no row in clear; both read it once both have given, and never again once the key is destroyed.', async () => {
  const pair = await givenReview(house)
  const round = await house.write(async (tx) => tx.newId())
  for (const { scope } of [pair.mentor, pair.mentee]) {
    await house.writeAs(scope, (tx) =>
      giveGift(tx, { partnership: pair.id, round, helped: words.join(' '), more: words[0] ?? '', different: null }),
    )
  }
  await assertNowhere(house.databaseName, words)
  const read = async () =>
    (await house.database.read(pair.mentee.scope, (db) => giftsOf(db, pair.id)))[0]?.gifts.map(({ helped }) => helped)
  assert.deepEqual(await read(), [words.join(' '), words.join(' ')])
  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: pair.id }, 'shredded'))
  assert.deepEqual(await read(), ['—', '—'])
})

test('Words of a review are in no row in clear: those for the partner open for the two, those for the coordinator for the coordinator too.', async () => {
  const pair = await givenReview(house)
  for (const side of ['mentor', 'mentee'] as const) await answered(house, pair, side, { officer: words.join(' ') })
  await assertNowhere(house.databaseName, words)
  const readBy = async (scope: typeof pair.mentor.scope) =>
    house.database.read(scope, async (db) => {
      const rows = await answersOf(db, pair.id, await repliesOf(db, pair.review))
      return rows.flatMap(({ question, words: said }) => (question === 'officer' && said ? [said] : []))
    })
  assert.deepEqual(await readBy(pair.programme.coordinator), [words.join(' '), words.join(' ')])
  assert.deepEqual(await readBy(pair.mentor.scope), [words.join(' ')], 'one’s own alone')
})
