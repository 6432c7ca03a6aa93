import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { keepDraft } from './keep-draft.ts'
import { lookFor } from './look-for.ts'
import { limits } from './note.ts'
import { givenNotebook } from './notebook.testing.ts'
import { findDraft } from './reads.ts'
import { sweepDrafts } from './sweep-drafts.ts'

const house = await testHouse()

test('A draft that nobody came back to for thirty days is thrown away; a newer one stays.', async () => {
  const pair = await givenNotebook(house)
  const start = house.now()
  const keep = (kind: 'shared' | 'private') =>
    pair.by('mentor', (tx) => keepDraft(tx, { kind, item: pair.id, partnership: pair.id, text: 'Half' }))
  const after = (days: number) => house.setNow(start.add({ hours: 24 * days, seconds: 1 }).toString())
  const isThere = async (kind: 'shared' | 'private') =>
    (await pair.seen('mentor', (db) => findDraft(db, { kind, item: pair.id }))) !== undefined
  await keep('shared')
  after(limits.draftDays - 1)
  await keep('private')
  await house.write(sweepDrafts)
  assert.equal(await isThere('shared'), true)
  after(limits.draftDays)
  await house.write(sweepDrafts)
  assert.deepEqual([await isThere('shared'), await isThere('private')], [false, true])
})

test('The words of a search are thrown away a day later.', async () => {
  const pair = await givenNotebook(house)
  await pair.by('mentee', (tx) => lookFor(tx, { partnership: pair.id, q: 'bazaar' }))
  const words = () => pair.seen('mentee', (db) => findDraft(db, { kind: 'search', item: pair.id }))
  await house.write(sweepDrafts)
  assert.equal((await words())?.text, 'bazaar')
  house.setNow(house.now().add({ hours: limits.searchHours, seconds: 1 }).toString())
  await house.write(sweepDrafts)
  assert.equal(await words(), undefined)
})
