import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { givenProgramme, givenSide, refusedWith } from '#partnerships/pairs.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenDraft, givenMentor, sent } from './asks.testing.ts'
import { orderPeople } from './order-people.ts'
import { peopleToAsk } from './reads.ts'

const house = await testHouse()
const orderOf = async (id: string) => (await house.read((db) => peopleToAsk(db, id))).map(({ person }) => person)

test('The asker puts somebody first, or leaves somebody out; twice is once.', async () => {
  const { id, asker, mentors } = await givenDraft(house, 3)
  const [a = '', b = '', c = ''] = mentors.map((one) => one.id)
  const order = (person: string, move: 'first' | 'drop') => house.writeAs(asker.scope, (tx) => orderPeople(tx, { ask: id, person, move }))
  await order(c, 'first')
  assert.deepEqual(await orderOf(id), [c, a, b])
  await order(a, 'drop')
  await order(a, 'drop')
  assert.deepEqual(await orderOf(id), [c, b])
})

test('Nobody comes onto the list in this way, nor past the verb who is no mentor of the programme.', async () => {
  const { id, asker, programme } = await givenDraft(house, 1)
  const stranger = await givenPerson(house, programme.organisation)
  const order = house.writeAs(asker.scope, (tx) => orderPeople(tx, { ask: id, person: stranger.id, move: 'first' }))
  assert.equal(await refusedWith(order), 'asks.personLeft')
  const mentee = await givenSide(house, programme, 'mentee')
  const elsewhere = await givenMentor(house, await givenProgramme(house))
  for (const { id: person, enrolment } of [{ ...stranger, enrolment: asker.enrolment }, mentee, elsewhere]) {
    const row = { ask: id, nth: 3, person, enrolment, asker: asker.id }
    await assert.rejects(
      house.writeAs(asker.scope, (tx) => tx.insertInto('askPeople').values(row).execute()),
      { constraint: 'ask_person_enrolled' },
    )
  }
})

test('What is sent keeps its order; another’s ask is not there.', async () => {
  const given = await givenDraft(house, 2)
  const other = await givenMentor(house, given.programme)
  const order = (scope = given.asker.scope) =>
    house.writeAs(scope, (tx) => orderPeople(tx, { ask: given.id, person: given.mentors[1]?.id ?? '', move: 'first' }))
  await assert.rejects(order(other.scope), Missing)
  await sent(house, given)
  assert.equal(await refusedWith(order()), 'asks.sent')
})
