import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { cardsOf } from './card-reads.ts'
import { setAside } from './set-aside.ts'
import { coordinatorOf, givenNotMet } from './today.testing.ts'

const house = await testHouse()

test('A row that is set aside comes back by itself, for every coordinator; twice is once.', async () => {
  const pair = await givenNotMet(house)
  const scope = coordinatorOf(pair)
  const notMet = async () => {
    const cards = await house.database.read(scope, (db) => cardsOf(db, scope))
    return cards.find(({ kind }) => kind === 'not-met')?.rows.map(({ subject }) => subject)
  }
  assert.deepEqual(await notMet(), [pair.id])
  const aside = () => house.writeAs(scope, (tx) => setAside(tx, { id: tx.newId(), card: 'not-met', subject: pair.id, days: 7 }))
  await aside()
  await aside()
  assert.deepEqual(await notMet(), [])
  house.setNow('2026-12-18T08:00:00Z')
  assert.deepEqual(await notMet(), [pair.id])
})

test('Nothing is set aside for ever, nor in a programme of somebody else.', async () => {
  const [pair, other] = [await givenNotMet(house), await givenNotMet(house)]
  const scope = coordinatorOf(pair)
  const aside = (subject: string, days: number) =>
    house.writeAs(scope, (tx) => setAside(tx, { id: tx.newId(), card: 'not-met', subject, days }))
  assert.equal(await refusedWith(aside(pair.id, 61)), 'today.asideLong')
  await aside(other.id, 7)
  assert.deepEqual(await house.writeAs(coordinatorOf(other), (tx) => tx.selectFrom('setAsides').selectAll().execute()), [])
})
