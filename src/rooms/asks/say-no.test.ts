import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenSent, saidNo } from './asks.testing.ts'
import { progressOf, turnOf } from './reads.ts'
import { sayNo } from './say-no.ts'
import { sayYes } from './say-yes.ts'

const house = await testHouse()

test('A no is kept, twice is once, and is not turned into a yes.', async () => {
  const { id, mentors } = await givenSent(house, 2)
  const [first] = mentors
  assert.ok(first)
  await saidNo(house, id, first)
  await saidNo(house, id, first)
  assert.equal((await house.read((db) => turnOf(db, id, first.id)))?.answer, 'no')
  const at = house.now().add({ hours: 30 })
  assert.equal(await refusedWith(house.writeAs(first.scope, (tx) => sayYes(tx, { ask: id, at }))), 'asks.saidNo')
})

test('Who said no, the asker and the coordinator read nowhere: no row, no news, no number that tells the asker.', async () => {
  const { id, asker, programme, mentors } = await givenSent(house, 2)
  const [first] = mentors
  assert.ok(first)
  await saidNo(house, id, first)
  for (const scope of [asker.scope, programme.coordinator]) {
    await house.database.read(scope, async (db) => {
      assert.deepEqual(await db.selectFrom('askAnswers').selectAll().execute(), [])
      assert.deepEqual(await db.selectFrom('askTurns').selectAll().execute(), [])
      assert.deepEqual(await db.selectFrom('askTurnEnds').selectAll().execute(), [])
      assert.deepEqual(await db.selectFrom('diary').select('id').where('kind', '=', 'ask.passed').execute(), [])
    })
  }
  assert.equal((await house.database.read(asker.scope, (db) => progressOf(db, id)))?.nth, null)
  assert.equal((await house.database.read(programme.coordinator, (db) => progressOf(db, id)))?.nth, 2)
})

test('Who is not asked has nothing to answer.', async () => {
  const { id, asker, programme, mentors } = await givenSent(house, 2)
  for (const scope of [asker.scope, programme.coordinator, mentors[1]?.scope ?? asker.scope]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => sayNo(tx, { ask: id })),
      Missing,
    )
  }
})
