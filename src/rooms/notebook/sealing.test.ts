import assert from 'node:assert/strict'
import { test } from 'node:test'
import { destroyKeys } from '#ground/content-keys'
import { assertNowhere, assertSomewhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { keepDraft } from './keep-draft.ts'
import { messagesAt } from './message-reads.ts'
import type { NoteKind } from './note.ts'
import { givenNotebook, type Noted, newId, tampered } from './notebook.testing.ts'
import { findDraft, notesOf } from './reads.ts'
import { shareNote } from './share-note.ts'
import { takeBackNote } from './take-back-note.ts'

const house = await testHouse()

const seal = (note: string, version = 1) => `(select sealed from note_versions where note = '${note}' and version = ${version})`
const broken = (work: Promise<unknown>) => assert.rejects(work, /does not open/)

test('What is written is in no row in clear: notes of every kind and version, messages, drafts.', async () => {
  const pair = await givenNotebook(house)
  const canaries = Array.from({ length: 9 }, (_, nth) => `قناری-Canary-${nth}-${newId()}`)
  const [one = '', two = '', three = '', four = '', five = '', six = '', seven = '', eight = '', nine = ''] = canaries
  const shared = await pair.wrote('mentor', 'shared', one)
  await pair.reworded('mentor', shared, 1, two)
  await pair.by('mentor', (tx) => takeBackNote(tx, { note: shared }))
  const own = await pair.wrote('mentee', 'private', three)
  await pair.reworded('mentee', own, 1, four)
  await pair.by('mentee', (tx) => shareNote(tx, { id: newId(), note: own, version: 2 }))
  await pair.wrote('mentee', 'private', five)
  const meeting = newId()
  await pair.said('mentor', meeting, six)
  for (const [kind, text] of [
    ['shared', seven],
    ['private', eight],
    ['message', nine],
  ] as const) {
    await pair.by('mentor', (tx) => keepDraft(tx, { kind, item: kind === 'message' ? meeting : pair.id, partnership: pair.id, text }))
  }
  await assertNowhere(house.databaseName, canaries)
  await assertSomewhere(house.databaseName, [meeting])
})

async function twoNotes(pair: Noted, kind: NoteKind) {
  return [await pair.wrote('mentor', kind, 'One'), await pair.wrote('mentor', kind, 'Other')] as const
}

for (const kind of ['shared', 'private'] as const) {
  test(`A ${kind} note’s text opens in the place of no other: note, version, author, pair or kind.`, async () => {
    const [pair, other] = [await givenNotebook(house), await givenNotebook(house)]
    const [one, two] = await twoNotes(pair, kind)
    await tampered(house, `update note_versions set sealed = ${seal(two)} where note = '${one}'`)
    await broken(pair.note('mentor', one))

    const [changed, theirs] = [(await twoNotes(pair, kind))[0], (await twoNotes(other, kind))[0]]
    await pair.reworded('mentor', changed, 1, 'Second')
    await tampered(house, `update note_versions set sealed = ${seal(changed, 1)} where note = '${changed}' and version = 2`)
    await broken(pair.note('mentor', changed))
    await tampered(house, `update note_versions set sealed = ${seal(two)} where note = '${theirs}'`)
    await broken(other.note('mentor', theirs))

    const [moved, given] = await twoNotes(pair, kind)
    await tampered(house, `update notes set partnership = '${other.id}' where id = '${moved}'`)
    await tampered(house, `update notes set author = '${pair.mentee.id}' where id = '${given}'`)
    await broken(kind === 'shared' ? other.note('mentor', moved) : pair.note('mentor', moved).then((note) => note?.text ?? closed()))
    await broken(kind === 'shared' ? pair.note('mentor', given) : pair.note('mentee', given).then((note) => note?.text ?? closed()))
  })
}

/** Where a key is not the reader's there is no text at all, which is as good. */
const closed = () => assert.fail('does not open')

test('A private note that somebody makes shared in the database opens for nobody, its author included.', async () => {
  const pair = await givenNotebook(house)
  const note = await pair.wrote('mentor', 'private', 'Mine')
  await tampered(house, `update notes set kind = 'shared' where id = '${note}'`)
  await broken(pair.note('mentee', note))
  await broken(pair.note('mentor', note))
})

test('Each bit of a sealed note is watched over.', async () => {
  const pair = await givenNotebook(house)
  for (const at of [20, 100, 250]) {
    const note = await pair.wrote('mentor', 'shared', 'Whole')
    const flip = `set_byte(sealed, ${at}, get_byte(sealed, ${at}) # 1)`
    await tampered(house, `update note_versions set sealed = ${flip} where note = $1`, [note])
    await broken(pair.note('mentor', note))
  }
})

test('A message opens at its own meeting alone, and as nobody else’s; a draft opens in its own place alone.', async () => {
  const pair = await givenNotebook(house)
  const [meeting, elsewhere] = [newId(), newId()]
  const message = await pair.said('mentor', meeting, 'At ten')
  await tampered(house, 'update messages set meeting = $2 where id = $1', [message, elsewhere])
  await broken(pair.seen('mentee', (db) => messagesAt(db, elsewhere)))
  const other = await pair.said('mentor', meeting, 'At eleven')
  await tampered(house, 'update messages set author = $2 where id = $1', [other, pair.mentee.id])
  await broken(pair.seen('mentee', (db) => messagesAt(db, meeting)))

  const place = { kind: 'private' as const, item: pair.id }
  await pair.by('mentor', (tx) => keepDraft(tx, { ...place, partnership: pair.id, text: 'Half' }))
  await tampered(house, "update note_drafts set kind = 'shared' where person = $1", [pair.mentor.id])
  await broken(pair.seen('mentor', (db) => findDraft(db, { ...place, kind: 'shared' })))
})

test('Once the pair’s key is destroyed no text opens, the private ones included; that they were there stays.', async () => {
  const pair = await givenNotebook(house)
  const [shared, own] = [await pair.wrote('mentor', 'shared', 'Both'), await pair.wrote('mentor', 'private', 'Mine')]
  const meeting = newId()
  await pair.said('mentor', meeting, 'At ten')
  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: pair.id }, 'kept-long-enough'))
  for (const id of [shared, own])
    assert.deepEqual([(await pair.note('mentor', id))?.text, (await pair.note('mentor', id))?.version], [null, 1])
  assert.equal((await pair.seen('mentee', (db) => messagesAt(db, meeting)))[0]?.text, null)
})

test('An erased person’s private notes open for nobody; what both read stays the other’s to read.', async () => {
  const pair = await givenNotebook(house)
  const [shared, own] = [await pair.wrote('mentor', 'shared', 'Both'), await pair.wrote('mentor', 'private', 'Mine')]
  await house.write((tx) => destroyKeys(tx, { kind: 'person', id: pair.mentor.id }, 'erased'))
  assert.equal((await pair.note('mentee', shared))?.text, 'Both')
  assert.equal((await pair.note('mentor', own))?.text, null)
})

test('One broken note stops the page rather than pass for another.', async () => {
  const pair = await givenNotebook(house)
  const [one, two] = await twoNotes(pair, 'shared')
  await tampered(house, `update note_versions set first = (select first from note_versions where note = '${two}') where note = '${one}'`)
  await broken(pair.seen('mentee', (db) => notesOf(db, { partnership: pair.id, kind: 'shared' })))
  assert.equal((await pair.note('mentee', two))?.text, 'Other')
  await tampered(house, `update note_versions set sealed = first where note = '${two}'`)
  await broken(pair.note('mentee', two))
})
