import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { liftPin } from './lift-pin.ts'
import { pinsOf } from './round-reads.ts'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'

const house = await testHouse()
const { enrolment, run, pairs, pin } = coordinatorOf(house)

test('Two who are kept apart never meet in this programme, until the coordinator takes it back.', async () => {
  const given = await givenProgramme(house, fourPeople)
  const first = await run(given)
  const apart = await pin(given, first.id, 0, 0, 'apart')
  assert.equal((await pairs(apart.round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  const [decision] = await house.read((db) => pinsOf(db, given.id))
  const lifted = await house.writeAs(given.scope, (tx) => liftPin(tx, { round: apart.round, pin: decision?.id ?? '' }))
  assert.deepEqual(await pairs(lifted.round), await pairs(first.id))
})
