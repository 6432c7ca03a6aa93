import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { givenAgreed } from '#partnerships/stages.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { destroyKeys, findKeys, type KeyOwner, keysFor, keysOf, newKeys } from './content-keys.ts'
import { Refusal } from './refusal.ts'

const house = await testHouse()
const note = { kind: 'note', item: 'note-1', author: 'somebody' }

async function givenPair() {
  const { id, ...people } = await givenAgreed(house)
  const pair: KeyOwner = { kind: 'partnership', id }
  return { pair, ...people }
}

test('What one of the two seals, the other opens; each pair has a key of its own.', async () => {
  const { pair, mentor, mentee } = await givenPair()
  const sealed = await house.writeAs(mentor.scope, async (tx) => (await keysFor(tx, pair)).seal(note, { text: 'راز', more: null }))
  const opened = await house.database.read(mentee.scope, async (db) => (await findKeys(db, pair))?.open(note, sealed))
  assert.deepEqual(opened, { text: 'راز', more: null })

  const other = await givenPair()
  await house.writeAs(other.mentor.scope, async (tx) => {
    const keys = await keysFor(tx, other.pair)
    assert.throws(() => keys.open(note, sealed), /does not open/)
  })
})

test('Nobody else has the key: not the coordinator, not another person, not the house itself.', async () => {
  const { pair, mentor, programme } = await givenPair()
  await house.writeAs(mentor.scope, (tx) => keysFor(tx, pair))
  const stranger = await givenPerson(house, mentor.organisation)
  for (const scope of [programme.coordinator, stranger.scope]) {
    assert.equal(await house.database.read(scope, (db) => findKeys(db, pair)), null)
    await assert.rejects(
      house.writeAs(scope, (tx) => newKeys(tx, { kind: 'partnership', id: tx.newId() })),
      /row-level security/,
    )
  }
  assert.equal(await house.read((db) => findKeys(db, pair)), null)
})

test('Of two who write the first text at once, both get the one key.', async () => {
  const { pair, mentor, mentee } = await givenPair()
  const sealed = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      house.writeAs((at % 2 ? mentor : mentee).scope, async (tx) => (await keysFor(tx, pair)).seal(note, { text: `${at}` })),
    ),
  )
  const keys = await house.database.read(mentor.scope, (db) => findKeys(db, pair))
  assert.deepEqual(
    sealed.map((one) => keys?.open<{ text: string }>(note, one).text),
    ['0', '1', '2', '3', '4', '5', '6', '7'],
  )
})

test('A destroyed key is gone for good: nothing opens, nothing new is sealed, and no row brings it back.', async () => {
  const { pair, mentor } = await givenPair()
  await house.writeAs(mentor.scope, (tx) => keysFor(tx, pair))
  const kept = await house.database.read(mentor.scope, (db) =>
    db.selectFrom('contentKeys').selectAll().where('owner', '=', pair.id).executeTakeFirstOrThrow(),
  )
  await house.write((tx) => destroyKeys(tx, pair, 'shredded'))
  await house.write((tx) => destroyKeys(tx, pair, 'shredded'))

  assert.equal(await house.database.read(mentor.scope, (db) => findKeys(db, pair)), null)
  await assert.rejects(
    house.writeAs(mentor.scope, (tx) => keysFor(tx, pair)),
    (error) => error instanceof Refusal && error.reason === 'keys.destroyed',
  )
  await assert.rejects(
    house.writeAs(mentor.scope, (tx) => tx.insertInto('contentKeys').values(kept).execute()),
    /the key was destroyed/,
  )
  assert.equal((await house.news('key.destroyed')).filter(({ subject }) => subject === pair.id).length, 1)
})

test('Only the house destroys keys.', async () => {
  const { pair, mentor, programme } = await givenPair()
  await house.writeAs(mentor.scope, (tx) => keysFor(tx, pair))
  for (const scope of [mentor.scope, programme.coordinator]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => destroyKeys(tx, pair, 'erased')),
      /only the house destroys keys/,
    )
  }
})

test('Texts of many pairs take one query, and pairs of others are left out.', async () => {
  const mine = await givenPair()
  const theirs = await givenPair()
  await house.writeAs(mine.mentor.scope, (tx) => keysFor(tx, mine.pair))
  await house.writeAs(theirs.mentor.scope, (tx) => keysFor(tx, theirs.pair))
  const keys = await house.database.read(mine.mentor.scope, (db) => keysOf(db, 'partnership', [mine.pair.id, theirs.pair.id]))
  assert.deepEqual([...keys.keys()], [mine.pair.id])
})

test('A key that was moved to another pair’s row opens nothing.', async () => {
  const [one, other] = [await givenPair(), await givenPair()]
  await house.writeAs(one.mentor.scope, (tx) => keysFor(tx, one.pair))
  await house.database.read(one.mentor.scope, async (db) => {
    const { rows } = await sql<{ wrapped: Uint8Array; wrapping: string }>`select wrapped, wrapping from content_keys`.execute(db)
    const row = rows[0] ?? assert.fail('no key')
    assert.throws(() => db.sealer.unwrap({ kind: 'partnership', owner: other.pair.id, version: 1 }, row), /does not open/)
    assert.throws(() => db.sealer.unwrap({ kind: 'partnership', owner: one.pair.id, version: 2 }, row), /does not open/)
  })
})
