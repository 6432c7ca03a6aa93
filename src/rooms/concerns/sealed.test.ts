import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { destroyKeys, findKeys } from '#ground/content-keys'
import { houseScope, type Scope, signInScope } from '#ground/db'
import { doorOf } from '#people/web.testing'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { addToConcern } from './add-to-concern.ts'
import { answerConcern } from './answer-concern.ts'
import { givenOfficer, givenSafe, officerEnded, raised, telling } from './concerns.testing.ts'
import { concernToAnswer, endIn, notesOf } from './desk-reads.ts'
import { endConcern } from './end-concern.ts'
import { findOwn, holdReference, messagesOf, ownByReference } from './reads.ts'
import { keyOwner } from './sealing.ts'
import { web } from './web.ts'
import { writeNote } from './write-note.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { organisation, officer, second, mentee, mentor } = safe
const { newId } = realHands
const { browserOf } = doorOf(house, web)

const words = {
  what: 'Quillwort shouts at me',
  about: 'سنجاقک کابلی',
  reach: 'Larkspur 0700',
  message: 'Fennelworth again',
  answer: 'Tamarisk asks',
  note: 'یادداشت زعفرانی',
  end: 'Hornbeam is over',
}

/** A concern with words wherever words may stand. */
async function givenWritten() {
  const { what, about, reach } = words
  const told = telling(organisation, { what, about, reach, partnership: safe.id, asides: [second.id] })
  await raised(house, mentee.scope, told)
  const add = { reference: told.id, id: newId(), text: words.message, network: 'n' }
  await house.writeAs(mentee.scope, (tx) => addToConcern(tx, add))
  await house.writeAs(officer.scope, async (tx) => {
    await answerConcern(tx, { concern: told.id, id: newId(), text: words.answer })
    await writeNote(tx, { concern: told.id, id: newId(), text: words.note })
    await endConcern(tx, { concern: told.id, outcome: 'resolved', text: words.end })
  })
  return told
}

const told = await givenWritten()
const keysFor = (scope: Scope, secret?: string) =>
  house.writeAs(scope, async (tx) => {
    if (secret !== undefined) await holdReference(tx, secret)
    return findKeys(tx, keyOwner(told.id))
  })

test('What is written of a concern stands in no row in clear; its officers read every word.', async () => {
  await assertNowhere(house.databaseName, Object.values(words))
  await house.database.read(officer.scope, async (db) => {
    const { what, about, reach } = await concernToAnswer(db, told.id)
    assert.deepEqual([what, about, reach], [words.what, words.about, words.reach])
    assert.deepEqual(
      (await messagesOf(db, told.id)).map(({ text }) => text),
      [words.message, words.answer],
    )
    assert.deepEqual(
      (await notesOf(db, told.id)).map(({ text }) => text),
      [words.note],
    )
    assert.equal((await endIn(db, told.id))?.text, words.end)
  })
})

test('Who raised it has its key by name, and whoever comes by the code; an anonymous one opens by the code alone.', async () => {
  assert.ok(await keysFor(mentee.scope))
  assert.ok(await keysFor(signInScope, told.reference))
  const nameless = await raised(house, null, telling(organisation, { what: words.what }))
  const read = await house.writeAs(signInScope, (tx) => ownByReference(tx, nameless.reference))
  assert.equal(read?.what, words.what)
  assert.equal(await house.writeAs(mentee.scope, (tx) => findKeys(tx, keyOwner(nameless.id))), null)
})

test('Nobody else has the key: not the partner, who runs the programme, other officers, the one it is about, nor the house.', async () => {
  const former = await givenOfficer(house, organisation)
  await officerEnded(house, former)
  const narrow = await givenOfficer(house, organisation, (await givenSafe(house)).programme.id)
  const others = { mentor, second, former, narrow, administrator: safe.administrator }
  for (const [who, { scope }] of Object.entries(others)) assert.equal(await keysFor(scope), null, who)
  assert.equal(await keysFor(safe.coordinator), null)
  assert.equal(await keysFor(houseScope), null)
  assert.equal(await keysFor(signInScope, realHands.newSecret()), null)
})

test('Nobody makes a key for a concern that is there, nor the house for any.', async () => {
  const add = (scope: Scope, owner: string) =>
    house.writeAs(scope, (tx) => {
      const { wrapped, wrapping } = tx.sealer.newKey({ kind: 'concern', owner, version: 2 })
      return tx.insertInto('contentKeys').values({ owner, kind: 'concern', version: 2, wrapped, wrapping, madeAt: tx.now }).execute()
    })
  for (const scope of [officer.scope, mentee.scope, signInScope]) await assert.rejects(add(scope, told.id), /row-level security/)
  await assert.rejects(add(houseScope, newId()), /row-level security/)
})

test('A text that was brought from another concern, or from another message of the same, does not open.', async () => {
  const other = await givenWritten()
  const again = newId()
  const reads = () => house.database.read(officer.scope, (db) => messagesOf(db, other.id))
  const swap = (from: string, side: string) =>
    onServer(async (client) => {
      await client.query('alter table concern_messages disable trigger user')
      const sealed = 'select sealed from concern_messages where concern = $2 and side = $3 order by at, id limit 1'
      await client.query(`update concern_messages set sealed = (${sealed}) where id = $1`, [again, from, side])
      await client.query('alter table concern_messages enable trigger user')
    }, house.databaseName)
  await house.writeAs(officer.scope, (tx) => answerConcern(tx, { concern: other.id, id: again, text: 'Again' }))
  assert.equal((await reads()).length, 3)
  // Of another concern, by another author, and by the same officer in the same concern.
  for (const [from, side] of [
    [told.id, 'officer'],
    [other.id, 'raiser'],
    [other.id, 'officer'],
  ] as const) {
    await swap(from, side)
    await assert.rejects(reads, /does not open/, `${side} of ${from}`)
  }
})

test('Once its key is destroyed the concern is still there, and its pages say that what was written is not.', async () => {
  const gone = await givenWritten()
  await house.write((tx) => destroyKeys(tx, keyOwner(gone.id), 'shredded'))
  for (const [person, path] of [
    [officer, `/concerns/${gone.id}`],
    [mentee, `/concern/${gone.id}`],
  ] as const) {
    const page = await (await browserOf(person)).get(path)
    assert.equal(page.status, 200)
    assert.match(page.text, /destroyed for good on/)
  }
  assert.equal((await house.writeAs(mentee.scope, (tx) => findOwn(tx, gone.id)))?.what, '—')
})
