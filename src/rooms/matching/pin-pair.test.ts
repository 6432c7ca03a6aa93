import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { changesBetween } from './round.ts'
import { pairsOfRound, pinsOf } from './round-reads.ts'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'

const house = await testHouse()
const { enrolment, run, pairs, pin } = coordinatorOf(house)

test('Two who are put together stand whatever it costs, and the round says what changed.', async () => {
  const given = await givenProgramme(house, fourPeople)
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
