import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { type RoundChoice, usualChoice } from './choice.ts'
import { chooseOtherwise } from './choose-otherwise.ts'
import { findRound, provedOf, roundsOf } from './round-reads.ts'
import { coordinatorOf, type GivenProgramme, givenProgramme } from './rounds.testing.ts'

const house = await testHouse()
const { enrolment, run, pairs } = coordinatorOf(house)

/** The first mentor suits both mentees, the second only the first: who takes their best leaves one with little. */
const contested = {
  mentors: [
    { canHelpWith: ['pricing', 'budgets'], languages: ['en', 'fr'] },
    { canHelpWith: ['pricing'], languages: ['en'] },
  ],
  mentees: [
    { wantsHelpWith: ['pricing', 'budgets'], languages: ['en', 'fr'] },
    { wantsHelpWith: ['budgets'], languages: ['en'] },
  ],
}

const choose = (given: GivenProgramme, round: string, choice: Partial<RoundChoice>, id = crypto.randomUUID()) =>
  house.writeAs(given.scope, (tx) => chooseOtherwise(tx, { id, round, choice: { ...usualChoice, ...choice } }))

test('The stable whole instead of the best: the first takes their best, and the other has what is left.', async () => {
  const given = await givenProgramme(house, contested)
  const first = await run(given)
  const [mentee, other] = [enrolment(given, 'mentees', 0), enrolment(given, 'mentees', 1)]
  const [mentor, second] = [enrolment(given, 'mentors', 0), enrolment(given, 'mentors', 1)]
  assert.deepEqual((await pairs(first.id)).get(mentee), second)
  const { round } = await choose(given, first.id, { method: 'stable' })
  assert.deepEqual([(await pairs(round)).get(mentee), (await pairs(round)).get(other)], [mentor, second])
  const kept = await house.read((db) => findRound(db, round))
  assert.equal(kept?.choice.method, 'stable')
  assert.deepEqual([kept?.summary.compared?.stable.blocking, kept?.summary.compared?.best.blocking], [0, 1])
  const proved = await house.read((db) => provedOf(db, round))
  assert.ok(proved && 'totalAtMost' in proved.proof)
})

test('A round keeps its way of choosing when it is run again by a pin, and the same form twice is one round.', async () => {
  const given = await givenProgramme(house, contested)
  const first = await run(given)
  const id = crypto.randomUUID()
  const again = await choose(given, first.id, { floor: 'none', dial: 'even', bonus: 50 }, id)
  assert.deepEqual(await choose(given, first.id, { floor: 'none' }, id), again)
  const rounds = await house.read((db) => roundsOf(db, given.id))
  assert.equal(rounds.length, 2)
  assert.deepEqual(rounds[0]?.choice, { method: 'best', floor: 'none', dial: 'even', bonus: 50 })
})

test('A floor that no pair reaches is refused with the best there is; evening a stable whole has no meaning; a decided round stays.', async () => {
  const given = await givenProgramme(house, {
    mentors: [{ canHelpWith: ['budgets'] }],
    mentees: [{ wantsHelpWith: ['budgets', 'pricing'] }],
  })
  const first = await run(given)
  await assert.rejects(choose(given, first.id, { floor: 1000 }), /floorTooHigh/)
  await assert.rejects(choose(given, first.id, { method: 'stable', dial: 'even' }), /stableNotEven/)
  assert.equal((await house.read((db) => findRound(db, first.id)))?.end, null, 'what was refused changed nothing')
  await house.writeAs(given.scope, (tx) => approveRound(tx, { round: first.id }))
  await assert.rejects(choose(given, first.id, { floor: 'none' }), /roundEnded/)
})
