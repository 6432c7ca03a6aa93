import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenNotebook, newId } from './notebook.testing.ts'
import { notesOf } from './reads.ts'
import { shareNote } from './share-note.ts'

const house = await testHouse()

test('A private note becomes a shared one with its latest text; the private one ends, and the partner never learns of it.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'private', 'Too harsh')
  await pair.reworded('mentor', note, 1, 'Kinder')
  const id = newId()
  for (const shared of [id, newId()]) await pair.by('mentor', (tx) => shareNote(tx, { id: shared, note, version: 2 }))
  const theirs = await pair.seen('mentee', (db) => notesOf(db, { partnership: pair.id, kind: 'shared' }))
  assert.deepEqual(
    theirs.map((one) => [one.id, one.first, one.version]),
    [[id, 'Kinder', 1]],
  )
  assert.equal(await pair.note('mentee', note), undefined)
  assert.equal((await pair.note('mentor', note))?.end?.why, 'shared')
  assert.equal((await pair.seen('mentor', (db) => notesOf(db, { partnership: pair.id, kind: 'private' }))).length, 0)
})

test('What was changed since the page was opened is not shared unread; a shared note is not shared again; on hold nothing is.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentee', 'private', 'First')
  await pair.reworded('mentee', note, 1, 'Second')
  const share = (which: string, version: number) => pair.by('mentee', (tx) => shareNote(tx, { id: newId(), note: which, version }))
  assert.equal(await refusedWith(share(note, 1)), 'notebook.shareStale')
  assert.equal(await refusedWith(share(await pair.wrote('mentee', 'shared', 'Ours'), 1)), 'Missing')
  await pair.onHold()
  assert.equal(await refusedWith(share(note, 2)), 'notebook.onHold')
  assert.equal((await pair.note('mentee', note))?.end, null)
})
