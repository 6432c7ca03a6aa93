import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { enrol, enrolByCode } from './enrol.ts'
import { enrolmentRows, givenProgramme, refusedWith } from './programmes.testing.ts'
import { enrolmentsOfPerson, findEnrolment } from './reads.ts'
import { withdraw } from './withdraw.ts'

const house = await testHouse()

test('A person comes in on a side, with the template’s places and the topics of their profile for that side.', async () => {
  const programme = await givenProgramme(house)
  const { id: person } = await givenPerson(house, programme.organisation, { canHelpWith: ['finance'], wantsHelpWith: ['writing'] })
  for (const side of ['mentor', 'mentee'] as const) {
    const done = await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id: tx.newId(), programme: programme.id, person, side }))
    assert.deepEqual(done, { enrolled: 1, already: 0, programme: programme.id })
  }
  const rows = await enrolmentRows(house, programme.id)
  const seen = rows.map(({ side, capacity, topics, enrolledBy }) => ({ side, capacity, topics, enrolledBy }))
  assert.deepEqual(
    seen.sort((a, b) => a.side.localeCompare(b.side)),
    [
      { side: 'mentee', capacity: 1, topics: ['writing'], enrolledBy: programme.keeper.id },
      { side: 'mentor', capacity: 2, topics: ['finance'], enrolledBy: programme.keeper.id },
    ],
  )
  assert.equal((await house.news('enrolment.made')).filter((item) => item.programme === programme.id).length, 2)
})

test('Already in on that side, nothing changes and nothing is news: not the topics, not the places.', async () => {
  const programme = await givenProgramme(house)
  const { id: person } = await givenPerson(house, programme.organisation)
  const asked = { programme: programme.id, person, side: 'mentor' as const }
  const put = (capacity: number, id = crypto.randomUUID()) =>
    house.writeAs(programme.coordinator, (tx) => enrol(tx, { ...asked, id, capacity }))
  const first = crypto.randomUUID()
  await put(3, first)
  for (const done of [await put(5), await put(5, first)]) assert.deepEqual([done.enrolled, done.already], [0, 1])
  assert.equal((await house.read((db) => findEnrolment(db, first)))?.capacity, 3)
  assert.equal((await enrolmentRows(house, programme.id)).length, 1)
  assert.equal((await house.news('enrolment.made')).filter((item) => item.programme === programme.id).length, 1)
})

test('Of many who enrol the same person at once, one does.', async () => {
  const programme = await givenProgramme(house)
  const { id: person } = await givenPerson(house, programme.organisation)
  const done = await Promise.all(
    Array.from({ length: 12 }, () =>
      house.writeAs(programme.coordinator, (tx) => enrol(tx, { id: tx.newId(), programme: programme.id, person, side: 'mentee' })),
    ),
  )
  assert.equal(
    done.reduce((sum, { enrolled }) => sum + enrolled, 0),
    1,
  )
  assert.equal((await enrolmentsOfPersonAsHouse(person)).length, 1)
})

const enrolmentsOfPersonAsHouse = (person: string) => house.read((db) => enrolmentsOfPerson(db, person))

test('Who left comes back as a new enrolment; the old one stays as it ended.', async () => {
  const programme = await givenProgramme(house)
  const { id: person } = await givenPerson(house, programme.organisation)
  const put = async () => {
    const id = crypto.randomUUID()
    await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id, programme: programme.id, person, side: 'mentee' }))
    return id
  }
  const first = await put()
  await house.writeAs(programme.coordinator, (tx) => withdraw(tx, { enrolment: first }))
  const second = await put()
  const rows = await enrolmentRows(house, programme.id)
  assert.deepEqual(
    rows.map(({ id, withdrawnAt }) => [id, withdrawnAt === null]).sort(),
    [
      [first, false],
      [second, true],
    ].sort(),
  )
})

test('A code names its person in any case and any digits; a code of nobody here is refused with what was typed.', async () => {
  const programme = await givenProgramme(house)
  const other = await givenProgramme(house)
  await givenPerson(house, programme.organisation, { code: 'hq-27' })
  await givenPerson(house, other.organisation, { code: 'ELSEWHERE' })
  const put = (code: string) =>
    house.writeAs(programme.coordinator, (tx) => enrolByCode(tx, { id: tx.newId(), programme: programme.id, code, side: 'mentor' }))
  assert.equal((await put('HQ-۲۷')).enrolled, 1)
  assert.equal((await put(' Hq-27 ')).already, 1)
  for (const code of ['ELSEWHERE', "' or 1=1 --", '%']) assert.equal(await refusedWith(put(code)), 'programmes.nobody')
})

test('Who does not coordinate the programme enrols nobody: it is not there.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house)]
  const colleague = await givenPerson(house, programme.organisation)
  for (const scope of [other.coordinator, colleague.scope]) {
    const asked = { programme: programme.id, side: 'mentee' as const }
    const direct = house.writeAs(scope, (tx) => enrol(tx, { ...asked, id: tx.newId(), person: colleague.id }))
    assert.equal(await refusedWith(direct), 'Missing')
    const coded = house.writeAs(scope, (tx) => enrolByCode(tx, { ...asked, id: tx.newId(), code: colleague.code }))
    assert.equal(await refusedWith(coded), 'Missing')
  }
  assert.deepEqual(await enrolmentRows(house, programme.id), [])
})

test('A person behind the walls is not enrolled, and not counted.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house)]
  const stranger = await givenPerson(house, other.organisation)
  const done = await house.writeAs(programme.coordinator, (tx) =>
    enrol(tx, { id: tx.newId(), programme: programme.id, person: stranger.id, side: 'mentee' }),
  )
  assert.deepEqual([done.enrolled, done.already], [0, 0])
})
