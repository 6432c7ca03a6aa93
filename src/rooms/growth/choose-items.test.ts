import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { chooseItems } from './choose-items.ts'
import { givenGrown, reading } from './growth.testing.ts'
import { portfolioOf, withoutLeftOut } from './portfolio.ts'

const house = await testHouse()

test('What its owner leaves out is not in the file, is there to be taken in again, and is nobody else’s to know.', async () => {
  const pair = await givenGrown(house)
  const [one, other] = [await pair.goal('The one', 'both'), await pair.goal('The other', 'both')]
  const inFile = async (side: 'mentor' | 'mentee') => {
    const portfolio = await reading(house, pair[side])((db) => portfolioOf(db, pair[side].id))
    return withoutLeftOut(portfolio).goals.map(({ text }) => text)
  }
  const before = (await house.news()).length
  for (const _twice of [1, 2]) await pair.by('mentee', (tx) => chooseItems(tx, { shown: [one, other], kept: [other] }))
  assert.deepEqual([await inFile('mentee'), await inFile('mentor')], [['The other'], ['The one', 'The other']])
  await pair.by('mentee', (tx) => chooseItems(tx, { shown: [other], kept: [other] }))
  assert.deepEqual(await inFile('mentee'), ['The other'], 'what was not shown is not changed')
  await pair.by('mentee', (tx) => chooseItems(tx, { shown: [one], kept: [one] }))
  assert.deepEqual(await inFile('mentee'), ['The one', 'The other'])
  assert.equal((await house.news()).length, before)
  assert.equal(
    (await house.read((db) => db.selectFrom('portfolioChoices').select('id').execute())).length,
    0,
    'not even the house reads it',
  )
})

test('What is not in one’s portfolio is not chosen.', async () => {
  const [pair, elsewhere] = [await givenGrown(house), await givenGrown(house)]
  const goal = await pair.goal()
  await elsewhere.by('mentee', (tx) => chooseItems(tx, { shown: [goal], kept: [] }))
  const rows = await reading(house, elsewhere.mentee)((db) => db.selectFrom('portfolioChoices').select('id').execute())
  assert.deepEqual(rows, [])
})
