import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#partnerships/accept'
import { givenSide, proposed } from '#partnerships/pairs.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { assertNowhere } from '#testing/canary'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import type { Business } from './business.ts'
import { givenBusiness, givenParticulars } from './businesses.testing.ts'
import { obstaclesOf, wishOf } from './private-reads.ts'
import { raiseObstacle } from './raise-obstacle.ts'
import { findBusiness } from './reads.ts'
import { changeBusiness } from './register-business.ts'

const house = await testHouse()
const wish = { sex: 'woman', companion: true } as const
const canary = 'Zibra-canary-of-a-line'

/** A business with a wish and a line, its owner, and the coach of its owner. */
async function given() {
  const programme = await givenProgramme(house)
  const [owner, coach] = [await givenSide(house, programme, 'mentee'), await givenSide(house, programme, 'mentor')]
  const owners = [{ person: owner.id, name: 'Zahra', adult: true }]
  const { id } = await givenBusiness(house, programme, { owners })
  const partnership = await proposed(house, programme, coach, owner)
  for (const { scope } of [coach, owner]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
  const business = (await house.read((db) => findBusiness(db, id))) as Business
  const change = () =>
    house.writeAs(programme.coordinator, (tx) => changeBusiness(tx, { ...givenParticulars(business), business: id, version: 1, wish }))
  for (const _twice of [1, 2]) await change()
  await house.writeAs(owner.scope, (tx) => raiseObstacle(tx, { id: tx.newId(), business: id, kind: 'power', line: canary }))
  return { programme, owner, coach, business }
}

test('A wish for a coach and a line on an obstacle are read by owner, coach and coordinators, and by nobody else.', async () => {
  const { programme, owner, coach, business } = await given()
  const told = (scope: typeof owner.scope) =>
    house.database.read(scope, async (db) => [await wishOf(db, business), (await obstaclesOf(db, business, 10))[0]?.line])
  for (const scope of [owner.scope, coach.scope, programme.coordinator]) assert.deepEqual(await told(scope), [wish, canary])
  const stranger = await givenPerson(house, programme.organisation)
  assert.deepEqual(await told(stranger.scope), [{ sex: null, companion: false }, undefined])
  const wishes = await house.read((db) => db.selectFrom('coachWishes').select('id').where('business', '=', business.id).execute())
  assert.equal(wishes.length, 1, 'said twice is one')
})

test('What is written for these is in no row in clear; one that was moved does not open.', async () => {
  const [one, other] = [await given(), await given()]
  await assertNowhere(house.databaseName, [canary])
  await house.write(async (tx) => {
    const row = await tx.selectFrom('coachWishes').selectAll().where('business', '=', one.business.id).executeTakeFirstOrThrow()
    await tx
      .insertInto('coachWishes')
      .values({ ...row, id: tx.newId(), business: other.business.id, at: tx.now.add({ hours: 1 }) })
      .execute()
  })
  await assert.rejects(house.database.read(other.owner.scope, (db) => wishOf(db, other.business)))
})
