import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { lookFor } from './look-for.ts'
import { givenNotebook } from './notebook.testing.ts'
import { findDraft } from './reads.ts'

const house = await testHouse()

test('What somebody looks for is theirs alone, sealed, the newest words in place of those before; after the end too.', async () => {
  const pair = await givenNotebook(house)
  const looksFor = (q: string) => pair.by('mentee', (tx) => lookFor(tx, { partnership: pair.id, q }))
  await looksFor('CanaryOfFirstWords')
  await pair.over()
  await looksFor('CanaryOfSecondWords')
  const place = { kind: 'search' as const, item: pair.id }
  assert.equal((await pair.seen('mentee', (db) => findDraft(db, place)))?.text, 'CanaryOfSecondWords')
  assert.equal(await pair.seen('mentor', (db) => findDraft(db, place)), undefined)
  await assertNowhere(house.databaseName, ['CanaryOfFirstWords', 'CanaryOfSecondWords'])
})

test('Nobody looks through another pair’s notebook.', async () => {
  const [pair, other] = [await givenNotebook(house), await givenNotebook(house)]
  assert.equal(await refusedWith(other.by('mentor', (tx) => lookFor(tx, { partnership: pair.id, q: 'x' }))), 'Missing')
})
