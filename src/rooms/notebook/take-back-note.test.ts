import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenNotebook } from './notebook.testing.ts'
import { findNote, findVersion, newestNotes, notesOf } from './reads.ts'
import { takeBackNote } from './take-back-note.ts'

const house = await testHouse()

test('Of a note taken back both see that, and when; its texts are shown to neither, and not searched.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'shared', 'Said in anger')
  for (const _twice of [1, 2]) await pair.by('mentor', (tx) => takeBackNote(tx, { note }))
  for (const side of ['mentor', 'mentee'] as const) {
    const [found] = await pair.seen(side, (db) => notesOf(db, { partnership: pair.id, kind: 'shared' }))
    assert.deepEqual([found?.first, found?.end?.why, found?.end?.at], [null, 'taken-back', house.now()])
    assert.equal(await pair.seen(side, async (db) => findVersion(db, (await findNote(db, note)) ?? assert.fail('not there'), 1)), undefined)
    assert.deepEqual(await pair.seen(side, (db) => newestNotes(db, pair.id)), [])
  }
  assert.equal((await house.news('note.taken-back')).length, 1)
})

test('A private note that was taken back is in no list; only the author takes a note back, while the pair goes on.', async () => {
  const pair = await givenNotebook(house)
  const [own, shared] = [await pair.wrote('mentee', 'private', 'Mine'), await pair.wrote('mentee', 'shared', 'Ours')]
  const back = (side: 'mentor' | 'mentee', note: string) => pair.by(side, (tx) => takeBackNote(tx, { note }))
  assert.equal(await refusedWith(back('mentor', own)), 'Missing')
  assert.equal(await refusedWith(back('mentor', shared)), 'Missing')
  await back('mentee', own)
  assert.deepEqual(await pair.seen('mentee', (db) => notesOf(db, { partnership: pair.id, kind: 'private' })), [])
  await pair.onHold()
  assert.equal(await refusedWith(back('mentee', shared)), 'notebook.onHold')
  await pair.over()
  assert.equal(await refusedWith(back('mentee', shared)), 'notebook.over')
})
