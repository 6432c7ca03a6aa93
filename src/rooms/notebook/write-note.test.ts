import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPair, refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { limits } from './note.ts'
import { givenNotebook, newId } from './notebook.testing.ts'
import { countNotes, findNote, notesOf } from './reads.ts'
import { writeNote } from './write-note.ts'

const house = await testHouse()

test('Both read a shared note, with who wrote it and when; the same form twice is one note.', async () => {
  const pair = await givenNotebook(house)
  const id = newId()
  for (const _twice of [1, 2]) await pair.wrote('mentor', 'shared', 'We spoke of prices.\nقیمت‌ها', id)
  for (const side of ['mentor', 'mentee'] as const) {
    const notes = await pair.seen(side, (db) => notesOf(db, { partnership: pair.id, kind: 'shared' }))
    assert.deepEqual(
      notes.map(({ first, author, version, end }) => [first, author, version, end]),
      [['We spoke of prices. قیمت‌ها', pair.mentor.id, 1, null]],
    )
  }
  assert.equal((await pair.note('mentee', id))?.text, 'We spoke of prices.\nقیمت‌ها')
  const [news, ...more] = (await house.news('note.written')).filter(({ subject }) => subject === id)
  assert.deepEqual([news?.programme, news?.facts, more.length], [pair.programme.id, {}, 0], 'the diary says no word of it')
})

test('A private note is there for its author alone, and the diary of the programme does not know of it.', async () => {
  const pair = await givenNotebook(house)
  const id = await pair.wrote('mentor', 'private', 'Ask about her brother')
  assert.equal((await pair.note('mentor', id))?.text, 'Ask about her brother')
  assert.equal(await pair.note('mentee', id), undefined)
  assert.equal(await pair.seen('mentee', (db) => countNotes(db, { partnership: pair.id, kind: 'private' })), 0)
  const [news] = (await house.news('private-note.written')).filter(({ subject }) => subject === id)
  assert.deepEqual([news?.programme, news?.organisation], [null, null])
})

test('Nobody but the two finds a note, and nobody writes in another pair.', async () => {
  const [pair, other] = [await givenNotebook(house), await givenNotebook(house)]
  const id = await pair.wrote('mentor', 'shared', 'Ours')
  for (const scope of [other.mentor.scope, pair.programme.coordinator]) {
    assert.equal(await house.database.read(scope, (db) => findNote(db, id)), undefined)
    const note = { id: newId(), partnership: pair.id, kind: 'shared' as const, text: 'Theirs' }
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => writeNote(tx, note))), 'Missing')
  }
})

test('Before both have said yes there is no notebook; after the end nothing is added, and all is read.', async () => {
  const { id: partnership, mentee } = await givenPair(house)
  const early = { id: newId(), partnership, kind: 'private' as const, text: 'Early' }
  assert.equal(await refusedWith(house.writeAs(mentee.scope, (tx) => writeNote(tx, early))), 'Missing')
  const pair = await givenNotebook(house)
  const [shared, own] = [await pair.wrote('mentee', 'shared', 'Both'), await pair.wrote('mentee', 'private', 'Mine')]
  await pair.over()
  for (const kind of ['shared', 'private'] as const) assert.equal(await refusedWith(pair.wrote('mentee', kind, 'Late')), 'notebook.over')
  assert.deepEqual([(await pair.note('mentor', shared))?.text, (await pair.note('mentee', own))?.text], ['Both', 'Mine'])
})

test('On hold what both read stands still, whoever placed the hold; what one writes for oneself goes on.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'shared', 'Before')
  await pair.onHold()
  assert.equal(await refusedWith(pair.wrote('mentor', 'shared', 'At rest')), 'notebook.onHold')
  assert.equal(await refusedWith(pair.reworded('mentor', note, 1, 'Other')), 'notebook.onHold')
  assert.equal(await refusedWith(pair.said('mentor', newId(), 'Hello?')), 'notebook.onHold')
  await pair.wrote('mentor', 'private', 'For me')
  assert.equal((await pair.note('mentee', note))?.text, 'Before')
})

test(`A pair has so many shared notes and no more.`, async () => {
  const pair = await givenNotebook(house)
  await pair.by('mentor', async (tx) => {
    const rows = Array.from({ length: limits.notesMax - 1 }, () => ({
      ...{ id: newId(), partnership: pair.id, author: pair.mentor.id, kind: 'shared', madeAt: tx.now },
    }))
    await tx.insertInto('notes').values(rows).execute()
  })
  await pair.wrote('mentee', 'shared', 'The last')
  assert.equal(await refusedWith(pair.wrote('mentor', 'shared', 'One more')), 'notebook.full')
  await pair.wrote('mentor', 'private', 'Counted apart')
})
