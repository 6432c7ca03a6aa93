import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { changeTerms } from './change-terms.ts'
import { givenBank } from './hours.testing.ts'
import { termsOf } from './reads.ts'
import { termsVersion } from './share-reads.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands

test('The latest rules hold, the same form twice is one version, and money among them is exact.', async () => {
  const { bank, coordinator } = await givenBank(house)
  const asked = { id: newId(), bank: bank.id, terms: { ...usualTerms(100n), dueMax: null, twoPersonsOver: 2n ** 53n + 1n } }
  await house.writeAs(coordinator, (tx) => changeTerms(tx, asked))
  await house.writeAs(coordinator, (tx) => changeTerms(tx, asked))
  const [terms, latest] = await house.read(async (db) => [await termsOf(db, bank.id), await termsVersion(db, bank.id)] as const)
  assert.deepEqual([terms.dueMax, terms.twoPersonsOver, latest.version], [null, 2n ** 53n + 1n, 2])
})
