import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'
import { swapPairs } from './swap-pairs.ts'

const house = await testHouse()
const { enrolment, run, pairs } = coordinatorOf(house)

test('Two mentees swap mentors in one step.', async () => {
  const given = await givenProgramme(house, fourPeople)
  const first = await run(given)
  const swap = { menteeEnrolment: enrolment(given, 'mentees', 0), otherMentee: enrolment(given, 'mentees', 1) }
  const { round } = await house.writeAs(given.scope, (tx) => swapPairs(tx, { id: tx.newId(), round: first.id, ...swap }))
  assert.equal((await pairs(round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  assert.equal((await pairs(round)).get(enrolment(given, 'mentees', 1)), enrolment(given, 'mentors', 0))
})
