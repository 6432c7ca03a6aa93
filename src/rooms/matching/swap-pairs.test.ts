import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { pairsOfRound } from './round-reads.ts'
import { type GivenProgramme, givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'
import { swapPairs } from './swap-pairs.ts'

const house = await testHouse()

const crowd = {
  mentors: [{ canHelpWith: ['pricing'] }, { canHelpWith: ['budgets'] }],
  mentees: [{ wantsHelpWith: ['pricing'] }, { wantsHelpWith: ['budgets'] }],
}
const enrolment = (given: GivenProgramme, side: 'mentors' | 'mentees', at: number) => given.enrolmentOf.get(given[side][at]!.id) ?? ''
const run = (given: GivenProgramme) => house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
const pairs = async (round: string) =>
  new Map((await house.read((db) => pairsOfRound(db, round))).map((pair) => [pair.menteeEnrolment, pair.mentorEnrolment]))

test('Two mentees swap mentors in one step.', async () => {
  const given = await givenProgramme(house, crowd)
  const first = await run(given)
  const swap = { menteeEnrolment: enrolment(given, 'mentees', 0), otherMentee: enrolment(given, 'mentees', 1) }
  const { round } = await house.writeAs(given.scope, (tx) => swapPairs(tx, { id: tx.newId(), round: first.id, ...swap }))
  assert.equal((await pairs(round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  assert.equal((await pairs(round)).get(enrolment(given, 'mentees', 1)), enrolment(given, 'mentors', 0))
})
