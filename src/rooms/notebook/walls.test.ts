import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope, Tx } from '#ground/db'
import { houseScope } from '#ground/db'
import { testHouse } from '#testing/house'
import { keepDraft } from './keep-draft.ts'
import { givenNotebook, newId } from './notebook.testing.ts'
import { takeBackNote } from './take-back-note.ts'

const house = await testHouse()
const [pair, other] = [await givenNotebook(house), await givenNotebook(house)]
const { programme, mentor, mentee } = pair
const administrator = { ...programme.coordinator, organisations: [programme.organisation] }
const strangers = [programme.coordinator, administrator, other.mentor.scope, other.mentee.scope]

const shared = await pair.wrote('mentor', 'shared', 'Ours')
await pair.by('mentor', (tx) => takeBackNote(tx, { note: shared }))
const own = await pair.wrote('mentor', 'private', 'Mine')
const ended = await pair.wrote('mentor', 'private', 'Mine once')
await pair.by('mentor', (tx) => takeBackNote(tx, { note: ended }))
await pair.said('mentor', newId(), 'At ten')
await pair.by('mentor', (tx) => keepDraft(tx, { kind: 'shared', item: pair.id, partnership: pair.id, text: 'Half' }))

const tables = ['notes', 'noteVersions', 'noteEnds', 'messages', 'noteDrafts'] as const
const counted = (scope: Scope) =>
  house.database.read(scope, async (db) => {
    const counts: number[] = []
    for (const table of tables) counts.push((await db.selectFrom(table).selectAll().execute()).length)
    return counts
  })

test('The author reads every row of theirs, the partner those of both, and nobody else any; the house finds drafts, to sweep them.', async () => {
  assert.deepEqual(await counted(mentor.scope), [3, 3, 2, 1, 1])
  assert.deepEqual(await counted(mentee.scope), [1, 1, 1, 1, 0])
  for (const scope of strangers) assert.deepEqual(await counted(scope), [0, 0, 0, 0, 0])
  assert.deepEqual(await counted(houseScope), [0, 0, 0, 0, 1])
})

const refused = (deed: Promise<unknown>) => assert.rejects(deed, /row-level security|permission denied/)
const as = (scope: Scope, work: (tx: Tx) => Promise<unknown>) => house.writeAs(scope, work)
const sealed = Buffer.alloc(300)

test('Nothing is written into another pair, in another’s name, or to another’s note.', async () => {
  const note = { id: newId(), partnership: pair.id, author: mentor.id, kind: 'shared', madeAt: house.now() }
  for (const scope of [...strangers, mentee.scope, houseScope]) {
    await refused(as(scope, (tx) => tx.insertInto('notes').values(note).execute()))
  }
  const message = { id: newId(), partnership: pair.id, meeting: newId(), author: mentor.id, sealed, at: house.now() }
  for (const scope of [...strangers, mentee.scope]) await refused(as(scope, (tx) => tx.insertInto('messages').values(message).execute()))
  const foreign = { ...message, author: other.mentee.id }
  await refused(as(other.mentee.scope, (tx) => tx.insertInto('messages').values(foreign).execute()))
  const version = { id: newId(), note: own, version: 2, sealed, first: sealed, at: house.now() }
  const end = { note: own, why: 'taken-back', at: house.now() }
  for (const scope of [...strangers, mentee.scope]) {
    await refused(as(scope, (tx) => tx.insertInto('noteVersions').values(version).execute()))
    await refused(as(scope, (tx) => tx.insertInto('noteEnds').values(end).execute()))
  }
  const draft = { person: mentor.id, kind: 'private', item: pair.id, partnership: pair.id, sealed, at: house.now() }
  for (const scope of [...strangers, mentee.scope]) await refused(as(scope, (tx) => tx.insertInto('noteDrafts').values(draft).execute()))
})

test('A note that was taken back gets no new text; no row of a note or a message is changed or deleted, by nobody.', async () => {
  const late = { id: newId(), note: shared, version: 2, sealed, first: sealed, at: house.now() }
  await refused(as(mentor.scope, (tx) => tx.insertInto('noteVersions').values(late).execute()))
  await refused(as(mentor.scope, (tx) => tx.updateTable('noteVersions').set({ sealed }).execute()))
  await refused(as(mentor.scope, (tx) => tx.updateTable('messages').set({ sealed }).execute()))
  await refused(as(mentor.scope, (tx) => tx.updateTable('notes').set({ kind: 'shared' }).execute()))
  for (const table of ['notes', 'noteVersions', 'noteEnds', 'messages'] as const) {
    await refused(as(mentor.scope, (tx) => tx.deleteFrom(table).execute()))
  }
})

test('Nobody takes away another’s draft.', async () => {
  for (const scope of [...strangers, mentee.scope]) await as(scope, (tx) => tx.deleteFrom('noteDrafts').execute())
  assert.equal((await counted(mentor.scope))[4], 1)
})

test('After the end nothing is added, asked past the verbs too.', async () => {
  await other.over()
  const note = { id: newId(), partnership: other.id, author: other.mentor.id, kind: 'private', madeAt: house.now() }
  await refused(as(other.mentor.scope, (tx) => tx.insertInto('notes').values(note).execute()))
})
