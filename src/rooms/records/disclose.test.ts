import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOfficer, givenSafe, type Safe } from '#concerns/concerns.testing'
import { concernToAnswer, pairsIn } from '#concerns/desk-reads'
import { disclosedIn, disclosuresOf } from '#concerns/disclosure-reads'
import { destroyKeys } from '#ground/content-keys'
import type { Scope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { rewordNote } from '#notebook/reword-note'
import { takeBackNote } from '#notebook/take-back-note'
import { accept } from '#partnerships/accept'
import { left } from '#partnerships/leaving.testing'
import { ofTwo } from '#partnerships/of-two'
import { givenSide, proposed, refusedWith } from '#partnerships/pairs.testing'
import { withdraw } from '#programmes/withdraw'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { disclose } from './disclose.ts'
import { disclosablesOf } from './disclose-sources.ts'
import { before, givenWritten, newId, showing, shown, written } from './records.testing.ts'

const house = await testHouse()

/** What the officers read of a concern, in the order of the copies. */
const readBy = ({ scope }: { scope: Scope }, concern: string) =>
  house.database.read(scope, async (db) => {
    const all = await Promise.all((await disclosuresOf(db, concern)).map((one) => disclosedIn(db, one)))
    return all.flatMap(({ items }) => items.map(({ kind, author, text }) => [kind, author, text]))
  })
const offered = (safe: Safe, scope: Scope, asked: readonly string[] = []) =>
  house.database.read(scope, async (db) => disclosablesOf(db, await ofTwo(db, safe.id), asked))

test('One is offered what one can read oneself: own and shared, candid feedback received, and nothing private of the other.', async () => {
  const safe = await givenSafe(house)
  await givenWritten(house, safe)
  const all = await offered(safe, safe.mentee.scope)
  const { theirPrivate, ...others } = written
  assert.deepEqual(all.map(({ text }) => text).sort(), Object.values(others).sort())
  assert.ok(!all.some(({ text }) => text === theirPrivate))
  const by = new Map(all.map(({ kind, author }) => [kind, author]))
  for (const kind of ['shared-note', 'goal', 'next-step', 'feedback'] as const) assert.equal(by.get(kind), safe.mentor.id, kind)
  assert.equal(by.get('private-note'), safe.mentee.id)
})

test('What is ticked, and nothing else, is copied into a new concern about that pair; no word of it stands in clear.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  const input = showing(safe, [`shared-note:${ids.note}`, `goal:${ids.goal}`])
  const [first, again] = [await shown(house, safe, input), await shown(house, safe, input)]
  assert.deepEqual(first, again)
  assert.deepEqual(
    (await readBy(safe.officer, first.concern)).sort(),
    [
      ['goal', safe.mentor.id, written.goal],
      ['shared-note', safe.mentor.id, written.theirNote],
    ].sort(),
  )
  const { what, raiser, severity } = await house.database.read(safe.officer.scope, (db) => concernToAnswer(db, first.concern))
  assert.deepEqual([what, raiser, severity], ['Please read this.', safe.mentee.id, 'serious'])
  await assertNowhere(house.databaseName, [...Object.values(written), 'Please read this'])
})

test('It can go into a concern raised before; that is about this pair then, too.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  const { id: concern } = await before(house, safe)
  await shown(house, safe, showing(safe, [`private-note:${ids.own}`], { concern, words: null }))
  assert.deepEqual(await readBy(safe.officer, concern), [['private-note', safe.mentee.id, written.mine]])
  assert.equal((await house.database.read(safe.officer.scope, (db) => pairsIn(db, concern)))[0]?.partnership, safe.id)
})

test('What is not theirs to read cannot be ticked: not the other’s private note, not another pair’s, not one taken back.', async () => {
  const [safe, other] = [await givenSafe(house), await givenSafe(house)]
  const [ids, theirs] = [await givenWritten(house, safe), await givenWritten(house, other)]
  const gone = newId()
  for (const key of [`private-note:${ids.hidden}`, `shared-note:${theirs.note}`, `shared-note:${theirs.note}:1`, `goal:${gone}`, 'x']) {
    assert.equal(await refusedWith(shown(house, safe, showing(safe, [key, `goal:${ids.goal}`]))), 'records.itemGone', key)
  }
  await house.writeAs(safe.mentor.scope, (tx) => takeBackNote(tx, { note: ids.note }))
  assert.equal(await refusedWith(shown(house, safe, showing(safe, [`shared-note:${ids.note}`]))), 'records.itemGone')
  const scopes = [other.mentee.scope, safe.coordinator, safe.administrator.scope, safe.officer.scope]
  for (const scope of scopes) {
    const input = showing(safe, [`goal:${ids.goal}`])
    await assert.rejects(
      house.writeAs(scope, (tx) => disclose(tx, input)),
      Missing,
    )
  }
})

test('What one wrote with another partner is not of this pair, though one can read both.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  await left(house, safe.id, safe.mentor.scope)
  const mentor = await givenSide(house, safe.programme, 'mentor')
  const id = await proposed(house, safe.programme, mentor, safe.mentee)
  for (const { scope } of [mentor, safe.mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
  const next = { ...safe, mentor, id }
  assert.deepEqual(await offered(next, safe.mentee.scope, [`shared-note:${ids.note}:1`]), [])
  for (const key of [`shared-note:${ids.note}`, `shared-note:${ids.note}:1`]) {
    assert.equal(await refusedWith(shown(house, next, showing(next, [key]))), 'records.itemGone')
  }
})

test('What a note said before its author changed it can still be shown.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  await house.writeAs(safe.mentor.scope, (tx) => rewordNote(tx, { id: newId(), note: ids.note, version: 1, text: 'Harmless' }))
  const { concern } = await shown(house, safe, showing(safe, [`shared-note:${ids.note}:1`]))
  assert.deepEqual(await readBy(safe.officer, concern), [['shared-note', safe.mentor.id, written.theirNote]])
})

test('A former partner who left the programme shows what there was, until it is destroyed.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  await left(house, safe.id, safe.mentor.scope)
  const enrolments = await house.read((db) =>
    db.selectFrom('enrolments').select('id').where('person', 'in', [safe.mentee.id, safe.mentor.id]).execute(),
  )
  for (const { id } of enrolments) await house.writeAs(safe.coordinator, (tx) => withdraw(tx, { enrolment: id }))
  const { concern } = await shown(house, safe, showing(safe, [`goal:${ids.goal}`]))
  assert.equal((await readBy(safe.officer, concern)).length, 1)
  assert.equal((await house.database.read(safe.officer.scope, (db) => pairsIn(db, concern)))[0]?.partnership, safe.id)

  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: safe.id }, 'kept-long-enough'))
  assert.deepEqual(await offered(safe, safe.mentee.scope), [])
  assert.equal(await refusedWith(shown(house, safe, showing(safe, [`goal:${ids.goal}`]))), 'records.itemGone')
})

test('Where the partner is an officer, an earlier concern is refused by name; a new one is never theirs to read.', async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  await givenOfficer(house, safe.organisation, null, safe.mentor)
  const { id: concern } = await before(house, safe)
  const input = showing(safe, [`goal:${ids.goal}`])
  assert.equal(await refusedWith(shown(house, safe, { ...input, concern })), 'records.partnerIsOfficer')
  const fresh = await shown(house, safe, input)
  assert.equal((await readBy(safe.officer, fresh.concern)).length, 1)
  assert.deepEqual(await readBy(safe.mentor, fresh.concern), [])
  await assert.rejects(
    house.database.read(safe.mentor.scope, (db) => concernToAnswer(db, fresh.concern)),
    Missing,
  )
})
