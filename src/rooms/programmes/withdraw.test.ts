import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { enrol } from './enrol.ts'
import { programmeFigures } from './figures.ts'
import { givenProgramme, refusedWith } from './programmes.testing.ts'
import { enrolmentsIn, findEnrolment } from './reads.ts'
import { withdraw } from './withdraw.ts'

const house = await testHouse()

async function given() {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  const enrolment = crypto.randomUUID()
  await house.writeAs(programme.coordinator, (tx) =>
    enrol(tx, { id: enrolment, programme: programme.id, person: person.id, side: 'mentor' }),
  )
  return { programme, person, enrolment }
}

test('One leaves oneself, without a reason; it is told that it was oneself.', async () => {
  const { programme, person, enrolment } = await given()
  const done = await house.writeAs(person.scope, (tx) => withdraw(tx, { enrolment }))
  assert.deepEqual(done, { programme: programme.id, own: true })
  assert.equal((await house.read((db) => findEnrolment(db, enrolment)))?.withdrawnAt?.toString(), house.now().toString())
  assert.deepEqual(await house.read((db) => enrolmentsIn(db, programme.id)), [])
  assert.equal((await house.read((db) => enrolmentsIn(db, programme.id, { withdrawnToo: true }))).length, 1)
  const figures = await house.read((db) => programmeFigures(db, programme.id))
  assert.deepEqual(figures, { mentors: 0, mentees: 0, places: 0, withdrawn: 1 })
})

test('The coordinator takes somebody out; the row says who did.', async () => {
  const { programme, enrolment } = await given()
  const done = await house.writeAs(programme.coordinator, (tx) => withdraw(tx, { enrolment }))
  assert.equal(done.own, false)
  const row = await house.read((db) => db.selectFrom('enrolments').select('withdrawnBy').where('id', '=', enrolment).executeTakeFirst())
  assert.equal(row?.withdrawnBy, programme.keeper.id)
})

test('Left twice is left once, at the first time, and is one piece of news.', async () => {
  const { person, enrolment } = await given()
  const before = house.now().toString()
  await house.writeAs(person.scope, (tx) => withdraw(tx, { enrolment }))
  house.setNow('2026-12-01T08:00:00Z')
  await house.writeAs(person.scope, (tx) => withdraw(tx, { enrolment }))
  house.setNow(before)
  assert.equal((await house.read((db) => findEnrolment(db, enrolment)))?.withdrawnAt?.toString(), before)
  const news = (await house.news('enrolment.withdrawn')).filter(({ subject }) => subject === enrolment)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{}],
  )
})

test('Nobody else takes a person out: to a colleague and to another coordinator the enrolment is not there.', async () => {
  const { programme, enrolment } = await given()
  const colleague = await givenPerson(house, programme.organisation)
  const other = await givenProgramme(house)
  for (const scope of [colleague.scope, other.coordinator]) {
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => withdraw(tx, { enrolment }))), 'Missing')
  }
  assert.equal((await house.read((db) => findEnrolment(db, enrolment)))?.withdrawnAt, null)
})
