import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { type GivenCoaching, givenClient, givenCoaching, logged } from './coaching.testing.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { recordConfirmation } from './record-confirmation.ts'
import { askedForMoneyAmong, askedForMoneyIn, usefulnessIn } from './told-reads.ts'
import { insertTold } from './told-writes.ts'

const house = await testHouse()
const { newId } = realHands
const told = (given: GivenCoaching, as: Scope) => house.database.read(as, (db) => askedForMoneyIn(db, given.programme.id))

test('That somebody asked for money is read by who judges the meeting, never by its coach, as a coordinator either.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const answer = { id: newId(), meeting, says: 'yes', minutes: null, useful: 2, askedForMoney: true } as const
  for (const _ of [1, 2]) await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, answer))

  assert.deepEqual(
    (await told(given, given.coordinator)).map(({ meeting: which }) => which),
    [meeting],
  )
  const coachToo = coordinating(given.coach, given.programme.id)
  for (const scope of [given.coach.scope, coachToo]) {
    assert.deepEqual(await told(given, scope), [])
    assert.equal((await house.database.read(scope, (db) => askedForMoneyAmong(db, [meeting]))).size, 0)
    assert.equal((await house.database.read(scope, (db) => db.selectFrom('coachingTold').selectAll().execute())).length, 0)
  }
})

test('A coordinator enters it from the telephone; who told nothing beside leaves no row; the coach can add none.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const id = newId()
  const said = { id, meeting, says: 'other', minutes: 30, how: 'call', reference: '' } as const
  await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, { ...said, askedForMoney: true }))
  assert.equal((await told(given, given.coordinator)).length, 1)
  const silent = await logged(house, given)
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting: silent, says: 'no', minutes: null }))
  assert.equal((await house.read((db) => db.selectFrom('coachingTold').selectAll().where('meeting', '=', silent).execute())).length, 0)
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => insertTold(tx, { confirmation: id, meeting, useful: 5, askedForMoney: null })),
    /row-level security/,
  )
})

test('How useful clients found it is told on average, once five have said so.', async () => {
  const given = await givenCoaching(house)
  for (let nth = 0; nth < 5; nth += 1) {
    assert.equal(await house.read((db) => usefulnessIn(db, given.programme.id)), null)
    const client = await givenClient(house, given.programme)
    const meeting = await logged(house, client)
    const answer = { id: newId(), meeting, says: 'other', minutes: 30, useful: nth + 1 } as const
    await house.writeAs(client.owner.scope, (tx) => confirmCoaching(tx, answer))
  }
  assert.deepEqual(await house.read((db) => usefulnessIn(db, given.programme.id)), { average: 3, count: 5 })
})
