import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { day, dollars, givenFunded } from './funding.testing.ts'
import { meetCondition } from './meet-condition.ts'
import { findTranche } from './reads.ts'

const house = await testHouse()

test('What a tranche waited for is said to be so once, by whom and since when; the first word stands.', async () => {
  const given = await givenFunded(house)
  const commitment = await given.signed()
  const [tranche, free] = [await given.planned(commitment, dollars(3_000), 'Report accepted'), await given.planned(commitment)]
  const meet = (facts: object) =>
    house.writeAs(given.coordinator, (tx) => meetCondition(tx, { tranche, metOn: day('2026-07-20'), words: 'By letter 12', ...facts }))
  assert.equal(await refusedWith(meet({ metOn: day('2026-12-20') })), 'funding.future')
  assert.equal(await refusedWith(meet({ tranche: free })), 'Missing')
  await meet({})
  await meet({ words: 'Later words' })
  const met = await house.read((db) => findTranche(db, tranche))
  assert.deepEqual([String(met?.metOn), met?.metWords, met?.metBy], ['2026-07-20', 'By letter 12', given.keeper.id])
  const other = await givenFunded(house)
  const theirs = house.writeAs(other.coordinator, (tx) => meetCondition(tx, { tranche, metOn: day('2026-07-20'), words: null }))
  assert.equal(await refusedWith(theirs), 'Missing')
})
