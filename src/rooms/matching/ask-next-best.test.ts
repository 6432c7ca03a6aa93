import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decline } from '#partnerships/decline'
import { endPartnership } from '#partnerships/end-partnership'
import { livePairs } from '#partnerships/reads'
import { withdraw } from '#programmes/withdraw'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { askNextBest, proposalsInARowMax } from './ask-next-best.ts'
import { type GivenProgramme, givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

async function givenAsked(mentors: number) {
  const given = await givenProgramme(house, {
    mentors: Array.from({ length: mentors }, (_, at) => ({ canHelpWith: ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, mentors - at) })),
    mentees: [{ wantsHelpWith: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  })
  const { id } = await house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
  await house.writeAs(given.scope, (tx) => approveRound(tx, { round: id }))
  return given
}
const live = (given: GivenProgramme) => house.read((db) => livePairs(db, given.id))
async function heedEnds(given: GivenProgramme) {
  const ends = (await house.news('partnership.ended')).filter(({ programme }) => programme === given.id)
  await house.write((tx) => askNextBest(tx, ends.at(-1)!))
}

test('When a mentor says no, the next best is asked, and never the same two again.', async () => {
  const given = await givenAsked(3)
  const asked: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const [pair] = await live(given)
    assert.ok(pair)
    asked.push(pair.mentor)
    const mentor = given.mentors.find(({ id }) => id === pair.mentor)!
    await house.writeAs(mentor.scope, (tx) => decline(tx, { partnership: pair.id, side: null }))
    await heedEnds(given)
  }
  assert.deepEqual(
    asked,
    given.mentors.map(({ id }) => id),
    'best first',
  )
  assert.deepEqual(await live(given), [], 'nobody is left')
})

test('Silence is followed by the next best too; a mentee who left is not asked again.', async () => {
  const given = await givenAsked(3)
  const [first] = await live(given)
  await house.write((tx) => endPartnership(tx, { partnership: first!.id, reason: 'unanswered' }))
  await heedEnds(given)
  const [second] = await live(given)
  assert.ok(second && second.mentor !== first!.mentor)
  await house.writeAs(given.scope, (tx) => withdraw(tx, { enrolment: given.enrolmentOf.get(given.mentees[0]!.id) ?? '' }))
  await house.write((tx) => endPartnership(tx, { partnership: second.id, reason: 'withdrawn' }))
  await heedEnds(given)
  assert.deepEqual(await live(given), [])
})

test('Heeding the same news twice asks once; and it stops after some proposals that came to nothing.', async () => {
  const given = await givenAsked(6)
  for (let round = 0; round < proposalsInARowMax; round += 1) {
    const [pair] = await live(given)
    assert.ok(pair, `proposal ${round + 1}`)
    await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'unanswered' }))
    await heedEnds(given)
    await heedEnds(given)
    assert.ok((await live(given)).length <= 1)
  }
  assert.deepEqual(await live(given), [])
})
