import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { givenProgramme } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import type { Business } from './business.ts'
import { givenBusiness } from './businesses.testing.ts'
import { obstaclesOf } from './private-reads.ts'
import { markObstacle, raiseObstacle } from './raise-obstacle.ts'
import { findBusiness } from './reads.ts'

const house = await testHouse()

test('An obstacle is raised once, worked on, and overcome; each step stays.', async () => {
  const programme = await givenProgramme(house)
  const { id: business } = await givenBusiness(house, programme)
  const id = realHands.newId()
  for (const _twice of [1, 2]) await house.writeAs(programme.coordinator, (tx) => raiseObstacle(tx, { id, business, kind: 'power' }))
  for (const state of ['worked-on', 'overcome', 'overcome'] as const) {
    house.setNow(house.now().add({ seconds: 1 }).toString())
    await house.writeAs(programme.coordinator, (tx) => markObstacle(tx, { obstacle: id, state }))
  }
  const obstacles = await house.read(async (db) => obstaclesOf(db, (await findBusiness(db, business)) as Business, 10))
  assert.deepEqual(
    obstacles.map((one) => [one.kind, one.state]),
    [['power', 'overcome']],
  )
  const states = await house.read((db) =>
    db.selectFrom('obstacleStates').select('state').where('obstacle', '=', id).orderBy('at').execute(),
  )
  assert.deepEqual(
    states.map(({ state }) => state),
    ['raised', 'worked-on', 'overcome'],
  )
})
