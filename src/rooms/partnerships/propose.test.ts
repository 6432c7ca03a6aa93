import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, type Refusal } from '#ground/refusal'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { decline } from './decline.ts'
import { endOf, givenPair, givenProgramme, givenSide, proposalOf, proposed, refusedWith, withdrawn } from './pairs.testing.ts'
import { propose, proposeAll } from './propose.ts'
import { findPartnership, livePairs } from './reads.ts'

const house = await testHouse()

test('A proposal keeps what may be said of the pair, and waits three working days, to the end of the last one.', async () => {
  const { id, programme, mentor, mentee } = await givenPair(house)
  const pair = await house.read((db) => findPartnership(db, id))
  assert.deepEqual(pair?.reasons, [{ key: 'reason.languages', facts: { languages: ['fr'] } }])
  assert.equal(pair?.answerUntil.toString(), '2026-11-28T19:30:00Z', 'Tuesday, Wednesday, Saturday; midnight in Kabul')
  assert.deepEqual([pair?.mentor, pair?.mentee], [mentor.id, mentee.id])
  const [news] = (await house.news('partnership.proposed')).filter(({ subject }) => subject === id)
  assert.deepEqual([news?.programme, news?.facts], [programme.id, {}])
})

test('The same proposal twice is one.', async () => {
  const { programme, mentor, mentee, id } = await givenPair(house)
  await house.writeAs(programme.coordinator, (tx) => propose(tx, proposalOf(programme, mentor, mentee, id)))
  assert.equal((await house.read((db) => livePairs(db, programme.id))).length, 1)
})

test('To who does not coordinate the programme, it is not there.', async () => {
  const { programme, mentor, mentee } = await givenPair(house)
  const stranger = await givenPerson(house, programme.organisation)
  for (const scope of [stranger.scope, mentor.scope]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => propose(tx, proposalOf(programme, mentor, mentee, tx.newId()))),
      Missing,
    )
  }
})

test('A pair that stands, one of whom said no before, or who left, is refused by name; a no is for good.', async () => {
  const { programme, mentor, mentee, id } = await givenPair(house)
  const again = () => refusedWith(proposed(house, programme, mentor, mentee))
  assert.equal(await again(), 'partnerships.stands')
  await house.writeAs(mentee.scope, (tx) => decline(tx, { partnership: id, side: null }))
  assert.equal(await endOf(house, id), 'declined')
  assert.equal(await again(), 'partnerships.declinedBefore')
  const other = await givenSide(house, programme, 'mentee', { fullName: 'Omid' })
  await withdrawn(house, other)
  await assert.rejects(proposed(house, programme, mentor, other), (refusal: Refusal) => {
    assert.equal(refusal.reason, 'partnerships.notEnrolled')
    return refusal.facts.mentee === 'Omid'
  })
})

test('Many are proposed all or none: of several hindered, the pairs are named and nobody is asked.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { fullName: 'Amina', capacity: 1 })
  const mentees = await Promise.all(['Zahra', 'Omid', 'Laila'].map((fullName) => givenSide(house, programme, 'mentee', { fullName })))
  const all = house.writeAs(programme.coordinator, (tx) =>
    proposeAll(
      tx,
      mentees.map((mentee) => proposalOf(programme, mentor, mentee, tx.newId())),
    ),
  )
  await assert.rejects(all, { reason: 'partnerships.notAll', facts: { count: 2, pairs: 'Amina – Omid; Amina – Laila', more: 0 } })
  assert.equal((await house.read((db) => livePairs(db, programme.id))).length, 0)
})

test('Two coordinators who propose at once: one place, one proposal, and nobody waits for ever.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor')
  const mentees = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => givenSide(house, programme, 'mentee')))
  const tries = await Promise.allSettled(mentees.map((mentee) => proposed(house, programme, mentor, mentee)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.reason, 'partnerships.mentorFull')
})

test('A thousand pairs are proposed in one transaction.', { timeout: 60_000 }, async () => {
  const programme = await givenProgramme(house)
  const [first] = [await givenSide(house, programme, 'mentor', { capacity: 50 })]
  const pairs: { mentor: string; mentee: string }[] = []
  await house.write(async (tx) => {
    for (const side of ['mentor', 'mentee'] as const) {
      const people = Array.from({ length: 1_000 }, (_, n) => ({ id: tx.newId(), code: `${side}${n}` }))
      const shared = { organisation: programme.organisation, joinedAt: tx.now }
      await tx
        .insertInto('people')
        .values(people.map((one) => ({ ...one, ...shared, fullName: one.code })))
        .execute()
      const rows = people.map(({ id: person }) => ({ id: tx.newId(), person, side, capacity: 1 }))
      const where = { programme: programme.id, organisation: programme.organisation, enrolledAt: tx.now }
      await tx
        .insertInto('enrolments')
        .values(rows.map((row) => ({ ...row, ...where })))
        .execute()
      rows.forEach(({ id }, n) => {
        pairs[n] = { ...{ mentor: '', mentee: '' }, ...pairs[n], [side]: id }
      })
    }
  })
  await house.writeAs(programme.coordinator, (tx) =>
    proposeAll(
      tx,
      pairs.map(({ mentor, mentee }) => {
        return proposalOf(programme, { ...first!, enrolment: mentor }, { ...first!, enrolment: mentee }, tx.newId())
      }),
    ),
  )
  assert.equal((await house.read((db) => livePairs(db, programme.id))).length, 1_000)
})
