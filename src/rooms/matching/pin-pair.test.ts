import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { pinPair } from './pin-pair.ts'
import { changesBetween } from './round.ts'
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

test('Two who are put together stand whatever it costs, and the round says what changed.', async () => {
  const given = await givenProgramme(house, crowd)
  const first = await run(given)
  assert.equal((await pairs(first.id)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 0))
  const { round } = await pin(given, first.id, 0, 1, 'together')
  assert.equal((await pairs(round)).get(enrolment(given, 'mentees', 0)), enrolment(given, 'mentors', 1))
  const [before, after] = await house.read(async (db) => [await pairsOfRound(db, first.id), await pairsOfRound(db, round)])
  assert.equal(changesBetween(before!, after!).length, 2)
})

test('A pin that a hard rule forbids is refused with the rule, and the round stays as it was.', async () => {
  const given = await givenProgramme(house, { mentors: [{ languages: ['ps'] }, {}], mentees: [{}] })
  const first = await run(given)
  await assert.rejects(pin(given, first.id, 0, 0, 'together'), /pinNotAllowed/)
  assert.deepEqual(await house.read((db) => pinsOf(db, given.id)), [])
})

test('Two pins on one place are refused; so is a pin on a round that is decided.', async () => {
  const given = await givenProgramme(house, { mentors: [{}], mentees: [{}, {}] })
  const first = await run(given)
  const second = await pin(given, first.id, 0, 0, 'together')
  await assert.rejects(pin(given, second.round, 1, 0, 'together'), /pinNoPlace/)
  await house.writeAs(given.scope, (tx) => approveRound(tx, { round: second.round }))
  await assert.rejects(pin(given, second.round, 0, 0, 'apart'), /roundEnded/)
})
