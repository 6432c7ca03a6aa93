import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { liftPin } from './lift-pin.ts'
import { pinPair } from './pin-pair.ts'
import { pairsOfRound, pinsOf } from './round-reads.ts'
import { type GivenProgramme, givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

const crowd = {
  mentors: [{ canHelpWith: ['pricing'] }, { canHelpWith: ['budgets'] }],
  mentees: [{ wantsHelpWith: ['pricing'] }, { wantsHelpWith: ['budgets'] }],
}
const enrolment = (given: GivenProgramme, side: 'mentors' | 'mentees', at: number) => given.enrolmentOf.get(given[side][at]!.id) ?? ''
const run = (given: GivenProgramme) => house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
const pairs = async (round: string) =>
  new Map((await house.read((db) => pairsOfRound(db, round))).map((pair) => [pair.menteeEnrolment, pair.mentorEnrolment]))
const pin = (given: GivenProgramme, round: string, mentee: number, mentor: number, kind: 'together' | 'apart') =>
  house.writeAs(given.scope, (tx) =>
    pinPair(tx, {
      id: tx.newId(),
      round,
      menteeEnrolment: enrolment(given, 'mentees', mentee),
      mentorEnrolment: enrolment(given, 'mentors', mentor),
      kind,
    }),
  )

test('Two who are kept apart never meet in this programme, until the coordinator takes it back.', async () => {
  const given = await givenProgramme(house, crowd)
  const first = await run(given)
  const apart = await pin(given, first.id, 0, 0, 'apart')
  assert.equal((await pairs(apart.round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  const [decision] = await house.read((db) => pinsOf(db, given.id))
  const lifted = await house.writeAs(given.scope, (tx) => liftPin(tx, { round: apart.round, pin: decision?.id ?? '' }))
  assert.deepEqual(await pairs(lifted.round), await pairs(first.id))
})
