import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { keepChange, keepDraft } from './keep-draft.ts'
import { limits } from './note.ts'
import { givenNotebook, newId } from './notebook.testing.ts'
import { countDrafts, findDraft } from './reads.ts'

const house = await testHouse()

test('A draft is its author’s alone, one for each place, the newest; without a text it goes.', async () => {
  const pair = await givenNotebook(house)
  const place = { kind: 'shared' as const, item: pair.id }
  const keep = (text: string | null) => pair.by('mentor', (tx) => keepDraft(tx, { ...place, partnership: pair.id, text }))
  await keep('Half a thou')
  await keep('Half a thought')
  const mine = await pair.seen('mentor', (db) => findDraft(db, place))
  assert.deepEqual([mine?.text, mine?.version, mine?.at], ['Half a thought', null, house.now()])
  assert.equal(await pair.seen('mentee', (db) => findDraft(db, place)), undefined)
  assert.equal(await pair.seen('mentor', (db) => findDraft(db, { ...place, kind: 'private' })), undefined)
  await keep(null)
  assert.equal(await pair.seen('mentor', (db) => findDraft(db, place)), undefined)
})

test('What is saved is no draft any more.', async () => {
  const pair = await givenNotebook(house)
  const meeting = newId()
  const kept = (kind: 'shared' | 'private' | 'message', item: string) =>
    pair.by('mentee', (tx) => keepDraft(tx, { kind, item, partnership: pair.id, text: 'Half' }))
  await kept('shared', pair.id)
  await kept('private', pair.id)
  await kept('message', meeting)
  const count = () => pair.seen('mentee', (db) => countDrafts(db, pair.mentee.id))
  const note = await pair.wrote('mentee', 'shared', 'Whole')
  assert.equal(await count(), 2)
  await pair.wrote('mentee', 'private', 'Whole')
  await pair.said('mentee', meeting, 'Whole')
  assert.equal(await count(), 0)
  await pair.by('mentee', (tx) => keepChange(tx, { note, text: 'Whole and', version: 1 }))
  assert.deepEqual((await pair.seen('mentee', (db) => findDraft(db, { kind: 'change', item: note })))?.version, 1)
  await pair.reworded('mentee', note, 1, 'Whole and well')
  assert.equal(await count(), 0)
})

test('Drafts go on while a pair rests, not after its end; nobody keeps one for another’s note, nor ever more.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'shared', 'Mine')
  assert.equal(await refusedWith(pair.by('mentee', (tx) => keepChange(tx, { note, text: 'Theirs', version: 1 }))), 'Missing')
  await pair.onHold()
  const keep = () => pair.by('mentor', (tx) => keepDraft(tx, { kind: 'message', item: newId(), partnership: pair.id, text: 'x' }))
  for (let drafts = 0; drafts < limits.draftsMax; drafts += 1) await keep()
  assert.equal(await refusedWith(keep()), 'notebook.draftsFull')
  await pair.over()
  assert.equal(await refusedWith(keep()), 'notebook.over')
})
