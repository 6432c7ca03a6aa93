import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { liftPin } from './lift-pin.ts'
import { pinsOf } from './round-reads.ts'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'

const house = await testHouse()
const { enrolment, run, pairs, pin } = coordinatorOf(house)

test('Two who are kept apart never meet in this programme, until the coordinator takes it back; taken back twice is once.', async () => {
  const given = await givenProgramme(house, fourPeople)
  const first = await run(given)
  const apart = await pin(given, first.id, 0, 0, 'apart')
  assert.equal((await pairs(apart.round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  const [decision] = await house.read((db) => pinsOf(db, given.id))
  const id = crypto.randomUUID()
  const lift = () => house.writeAs(given.scope, (tx) => liftPin(tx, { id, round: apart.round, pin: decision?.id ?? '' }))
  const lifted = await lift()
  assert.deepEqual(await pairs(lifted.round), await pairs(first.id))
  assert.deepEqual(await lift(), lifted)
})
