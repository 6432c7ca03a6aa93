import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { countPeople } from './people-reads.ts'
import { profilesOf } from './profile-reads.ts'
import { registerPeople } from './register-people.ts'

const house = await testHouse()
const people = Array.from({ length: 1_000 }, (_, at) => ({ profile: { fullName: `Person ${at}`, code: `M${at}` } }))

test('A thousand people come in at once, in the order given, with one piece of news.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const { organisation } = keeper
  const ids = await house.writeAs(keeper.scope, (tx) => registerPeople(tx, { organisation, people }))
  const kept = await house.read((db) => profilesOf(db, ids))
  assert.deepEqual(
    ids.slice(0, 3).map((id) => kept.get(id)?.code),
    ['M0', 'M1', 'M2'],
  )
  assert.equal(await house.read((db) => countPeople(db, organisation, 'person')), 1_000)
  assert.deepEqual(
    (await house.news('people.registered')).map(({ facts }) => facts),
    [{ people: 1_000 }],
  )
})

test('More than a thousand at once is a mistake of ours, and nobody keeps another organisation’s people.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const other = await givenOrganisation(house)
  const many = [...people, { profile: { fullName: 'One more' } }]
  await assert.rejects(
    house.writeAs(keeper.scope, (tx) => registerPeople(tx, { organisation: keeper.organisation, people: many })),
    /1001/,
  )
  await assert.rejects(
    house.writeAs(keeper.scope, (tx) => registerPeople(tx, { organisation: other, people })),
    Missing,
  )
})
