import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenNotebook, newId } from './notebook.testing.ts'
import { findVersion, versionsOf } from './reads.ts'
import { takeBackNote } from './take-back-note.ts'

const house = await testHouse()

test('A changed text is a new version that both can look at; the same form twice is one change.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'shared', 'First')
  const id = newId()
  for (const _twice of [1, 2]) await pair.reworded('mentor', note, 1, 'Second', id)
  await pair.reworded('mentor', note, 2, 'Second')
  const found = (await pair.note('mentee', note)) ?? assert.fail('not there')
  assert.deepEqual([found.text, found.version], ['Second', 2])
  const versions = await pair.seen('mentee', (db) => versionsOf(db, note))
  assert.deepEqual(
    versions.map(({ version }) => version),
    [2, 1],
  )
  assert.equal((await pair.seen('mentee', (db) => findVersion(db, found, 1)))?.text, 'First')
  assert.equal((await house.news('note.reworded')).length, 1)
})

test('Who wrote against a text that is no longer the latest is refused, and the latest stays.', async () => {
  const pair = await givenNotebook(house)
  for (const kind of ['shared', 'private'] as const) {
    const note = await pair.wrote('mentee', kind, 'First')
    await pair.reworded('mentee', note, 1, 'At the desk')
    assert.equal(await refusedWith(pair.reworded('mentee', note, 1, 'On the telephone')), 'notebook.reworded')
    assert.equal(await refusedWith(pair.reworded('mentee', note, 9, 'Of nowhere')), 'notebook.reworded')
    assert.equal((await pair.note('mentee', note))?.text, 'At the desk')
  }
})

test('Only its author changes a note; one that was taken back is not changed.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'shared', 'First')
  assert.equal(await refusedWith(pair.reworded('mentee', note, 1, 'Of the other')), 'Missing')
  await pair.by('mentor', (tx) => takeBackNote(tx, { note }))
  assert.equal(await refusedWith(pair.reworded('mentor', note, 1, 'Too late')), 'notebook.takenBack')
})
