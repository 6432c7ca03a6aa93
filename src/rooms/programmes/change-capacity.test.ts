import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { changeCapacity } from './change-capacity.ts'
import { changeCapacityForm } from './enrol.form.ts'
import { enrol } from './enrol.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'
import { findEnrolment } from './reads.ts'
import { withdraw } from './withdraw.ts'

const house = await testHouse()

async function enrolled(programme: GivenProgramme, side: 'mentor' | 'mentee', capacity = 2) {
  const person = await givenPerson(house, programme.organisation)
  const id = crypto.randomUUID()
  await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id, programme: programme.id, person: person.id, side, capacity }))
  return { ...person, enrolment: id }
}

/** Two people who both said yes, as the rooms down the street would write it. */
async function agreed(programme: GivenProgramme, mentor: { id: string; enrolment: string }) {
  const mentee = await enrolled(programme, 'mentee', 1)
  await house.write(async (tx) => {
    const id = tx.newId()
    const sides = { mentor: mentor.id, mentee: mentee.id, mentorEnrolment: mentor.enrolment, menteeEnrolment: mentee.enrolment }
    const until = tx.now.add({ hours: 72 })
    const row = { id, programme: programme.id, organisation: programme.organisation, ...sides, proposedAt: tx.now, answerUntil: until }
    await tx.insertInto('partnerships').values(row).execute()
    for (const side of ['mentor', 'mentee']) {
      await tx.insertInto('partnershipAnswers').values({ partnership: id, side, answer: 'accepted', at: tx.now, by: mentor.id }).execute()
    }
  })
}

const capacityOf = async (id: string) => (await house.read((db) => findEnrolment(db, id)))?.capacity

test('Oneself or the coordinator says how many partners; it is news, the same number again is none.', async () => {
  const programme = await givenProgramme(house)
  const { scope, enrolment } = await enrolled(programme, 'mentor')
  const own = await house.writeAs(scope, (tx) => changeCapacity(tx, { enrolment, capacity: 4 }))
  assert.deepEqual([own, await capacityOf(enrolment)], [{ programme: programme.id, own: true }, 4])
  for (const capacity of [0, 0]) {
    const theirs = await house.writeAs(programme.coordinator, (tx) => changeCapacity(tx, { enrolment, capacity }))
    assert.deepEqual([theirs.own, await capacityOf(enrolment)], [false, 0])
  }
  const news = (await house.news('capacity.changed')).filter(({ subject }) => subject === enrolment)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{ capacity: 4 }, { capacity: 0 }],
  )
})

test('Places never sink below the partners that somebody has: the database refuses, in words.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await enrolled(programme, 'mentor', 3)
  await agreed(programme, mentor)
  await agreed(programme, mentor)
  const change = (capacity: number) => house.writeAs(mentor.scope, (tx) => changeCapacity(tx, { enrolment: mentor.enrolment, capacity }))
  assert.equal(await refusedWith(change(1)), 'programmes.placesTaken')
  assert.equal(await capacityOf(mentor.enrolment), 3)
  await change(2)
  assert.equal(await capacityOf(mentor.enrolment), 2)
})

test('Who has left has no places to change.', async () => {
  const programme = await givenProgramme(house)
  const { scope, enrolment } = await enrolled(programme, 'mentor')
  await house.writeAs(scope, (tx) => withdraw(tx, { enrolment }))
  assert.equal(await refusedWith(house.writeAs(scope, (tx) => changeCapacity(tx, { enrolment, capacity: 5 }))), 'programmes.withdrawn')
  assert.equal(await capacityOf(enrolment), 2)
})

test('Nobody changes another’s places: to a colleague and to another coordinator the enrolment is not there.', async () => {
  const programme = await givenProgramme(house)
  const { enrolment } = await enrolled(programme, 'mentor')
  const colleague = await givenPerson(house, programme.organisation)
  for (const scope of [colleague.scope, (await givenProgramme(house)).coordinator]) {
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => changeCapacity(tx, { enrolment, capacity: 9 }))), 'Missing')
  }
})

test('Places are a whole number from 0 to 50, in any digits.', () => {
  const enrolment = '019ab000-0000-7000-8000-000000000000'
  for (const [typed, capacity] of [
    ['۳', 3],
    ['٣', 3],
    [' 0 ', 0],
    ['50', 50],
  ] as const) {
    assert.deepEqual(changeCapacityForm({ enrolment, capacity: typed }), { input: { enrolment, capacity } })
  }
  for (const capacity of ['1,5', '1.5', '۱٫۵', '-1', '−1', '51', '', 'two', '1e1', '9'.repeat(40)]) {
    const slips = [{ field: 'capacity', key: 'slip.whole', facts: { min: 0, max: 50 } }]
    assert.deepEqual(changeCapacityForm({ enrolment, capacity }), { slips }, capacity)
  }
})
