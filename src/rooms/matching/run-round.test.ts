import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { tellAttributes } from '#people/tell-attributes'
import { keepApart } from '#programmes/keep-apart'
import { type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { findRound, pairsOfRound, unmatchedOfRound } from './round-reads.ts'
import { type GivenProgramme, givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

const nothing = { gender: null, ethnicity: null, birthYear: null, disability: null, identity: null }
const told = (person: GivenPerson, words: Partial<Record<keyof typeof nothing, string>>) =>
  house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told: { ...nothing, ...words } }))

const run = (given: GivenProgramme) => house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
const pairsOf = async (given: GivenProgramme, round: string) => {
  const people = new Map([...given.enrolmentOf].map(([person, enrolment]) => [enrolment, person]))
  const pairs = await house.read((db) => pairsOfRound(db, round))
  return new Map(pairs.map((pair) => [people.get(pair.menteeEnrolment), people.get(pair.mentorEnrolment)]))
}

test('A round finds the pairs that suit best, with a reason each, and asks nobody.', async () => {
  const given = await givenProgramme(house, {
    mentors: [{ canHelpWith: ['pricing'] }, { canHelpWith: ['public-speaking'] }],
    mentees: [{ wantsHelpWith: ['public-speaking'] }, { wantsHelpWith: ['pricing'] }],
  })
  const { id, nth } = await run(given)
  assert.equal(nth, 1)
  const pairs = await pairsOf(given, id)
  assert.equal(pairs.get(given.mentees[0]!.id), given.mentors[1]!.id)
  assert.equal(pairs.get(given.mentees[1]!.id), given.mentors[0]!.id)
  for (const pair of await house.read((db) => pairsOfRound(db, id))) assert.ok(pair.reasons.length > 0)
  assert.deepEqual(await house.news('partnership.proposed'), [])
})

test('The same people and rules give the same round; the same request twice is one round.', async () => {
  const topics = [['pricing'], ['budgets'], ['pricing', 'budgets'], []]
  const given = await givenProgramme(house, {
    mentors: topics.map((canHelpWith) => ({ canHelpWith })),
    mentees: topics.map((wantsHelpWith) => ({ wantsHelpWith })),
  })
  const first = await run(given)
  const second = await run(given)
  assert.equal(second.nth, 2)
  assert.deepEqual(await pairsOf(given, first.id), await pairsOf(given, second.id))
  assert.equal((await house.read((db) => findRound(db, first.id)))?.end?.outcome, 'discarded', 'the round before gives way')
  const again = await house.writeAs(given.scope, (tx) => runRound(tx, { id: second.id, programme: given.id }))
  assert.equal(again.nth, 2)
})

test('No pair breaks a hard rule: own manager, chain of management, must-not.', async () => {
  const given = await givenProgramme(house, {
    mentors: [{ code: 'BOSS' }, { code: 'HEAD' }, { code: 'OTHER' }],
    mentees: [{ code: 'ME', lineManagerCode: 'BOSS' }],
  })
  await house.write((tx) => tx.updateTable('people').set({ lineManagerCode: 'HEAD' }).where('id', '=', given.mentors[0]!.id).execute())
  const { id } = await run(given)
  assert.equal((await pairsOf(given, id)).get(given.mentees[0]!.id), given.mentors[2]!.id)
  await house.writeAs(given.scope, (tx) => keepApart(tx, { id: tx.newId(), programme: given.id, code: 'ME', otherCode: 'OTHER' }))
  const later = await run(given)
  const [left] = await house.read((db) => unmatchedOfRound(db, later.id))
  assert.ok(left)
  assert.equal((left.why as { kind: string }).kind, 'nobody')
})

test('A reverse-mentoring round pairs juniors with seniors, never two of one line of management.', async () => {
  const seniors = [
    { code: 'S1', gradeLevel: 9, grade: 'D1', unit: 'A' },
    { code: 'S2', gradeLevel: 8, grade: 'P5', unit: 'B', lineManagerCode: 'S1' },
  ]
  const juniors = [
    { code: 'J1', gradeLevel: 3, grade: 'P2', unit: 'C', lineManagerCode: 'S2' },
    { code: 'J2', gradeLevel: 3, grade: 'P2', unit: 'D', lineManagerCode: 'X' },
    { code: 'J3', gradeLevel: 7, grade: 'P4', unit: 'E' },
  ]
  const given = await givenProgramme(house, { template: 'reverse-mentoring', mentors: juniors, mentees: seniors })
  const { id } = await run(given)
  const pairs = await pairsOf(given, id)
  assert.deepEqual([...pairs.values()].includes(given.mentors[0]!.id), false, 'J1 reports to both seniors')
  assert.equal(pairs.size, 2)
})

test('A round without mentors, without mentees, or with nobody eligible says which rule emptied it.', async () => {
  const noMentors = await givenProgramme(house, { mentors: [], mentees: [{}] })
  const noMentees = await givenProgramme(house, { mentors: [{}], mentees: [] })
  const nobody = await givenProgramme(house, { mentors: [{ languages: ['ps'] }], mentees: [{ languages: ['fr'] }] })
  const kinds = []
  for (const given of [noMentors, noMentees, nobody]) {
    const { id } = await run(given)
    kinds.push((await house.read((db) => findRound(db, id)))?.summary.empty)
  }
  assert.deepEqual(
    kinds.map((empty) => empty?.kind),
    ['noMentors', 'noMentees', 'nobodyEligible'],
  )
  assert.equal((kinds[2] as { rules: { rule: string }[] }).rules[0]?.rule, 'languages')
})

test('Attributes that people told make a difference and are not in the reasons; who tells nothing is not ranked lower.', async () => {
  const given = await givenProgramme(house, {
    template: 'reverse-mentoring',
    mentors: [{ gradeLevel: 2 }, { gradeLevel: 2 }],
    mentees: [{ gradeLevel: 9 }],
  })
  const tell = (person: GivenPerson, gender: string) => told(person, { gender })
  await tell(given.mentees[0]!, 'man')
  await tell(given.mentors[0]!, 'man')
  await tell(given.mentors[1]!, 'woman')
  const { id } = await run(given)
  assert.equal((await pairsOf(given, id)).get(given.mentees[0]!.id), given.mentors[1]!.id)
  const kept = JSON.stringify(await house.read((db) => pairsOfRound(db, id)))
  assert.doesNotMatch(kept, /woman|"man"/)
})

test('Nobody but the coordinator of the programme runs a round; to anybody else it is not there.', async () => {
  const given = await givenProgramme(house, { mentors: [{}], mentees: [{}] })
  const stranger = await givenKeeper(house, await givenOrganisation(house))
  for (const scope of [stranger.scope, given.mentors[0]!.scope]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id })),
      Missing,
    )
  }
  const { id } = await run(given)
  assert.equal(await house.database.read(stranger.scope, (db) => findRound(db, id)), undefined)
})

test('Who asked for somebody like themselves gets them where nothing else speaks against it.', async () => {
  const given = await givenProgramme(house, { mentors: [{}, {}], mentees: [{}] })
  const tell = (person: GivenPerson, gender: string) => told(person, { gender })
  const [one, other] = given.mentors
  const [mentee] = given.mentees
  assert.ok(one && other && mentee)
  await tell(one, 'man')
  await tell(other, 'woman')
  await tell(mentee, 'woman')
  const enrolment = given.enrolmentOf.get(mentee.id) ?? ''
  await house.write((tx) =>
    tx
      .updateTable('enrolments')
      .set({ alike: ['gender'] })
      .where('id', '=', enrolment)
      .execute(),
  )
  const { id } = await run(given)
  assert.equal((await pairsOf(given, id)).get(mentee.id), other.id)
})
