import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { editProfile } from './edit-profile.ts'
import { profilesOf } from './profile-reads.ts'

const house = await testHouse()
const morning = { day: 1, part: 'morning' } as const
const late = { day: 2, from: 1_290, to: 1_350 }

test('Ticked boxes are kept as hours, and hours that no box holds stay beside them until they are let go.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house), { freeHours: [{ day: 3, from: 480, to: 720 }, late] })
  const edit = (keepBeside: boolean) =>
    house.writeAs(person.scope, (tx) =>
      editProfile(tx, { person: person.id, changes: { calledName: 'Nabi' }, blocks: [morning], keepBeside }),
    )
  const profile = async () => (await house.read((db) => profilesOf(db, [person.id]))).get(person.id)
  await edit(true)
  assert.deepEqual([(await profile())?.calledName, (await profile())?.freeHours], ['Nabi', [{ day: 1, from: 480, to: 720 }, late]])
  await edit(false)
  assert.deepEqual((await profile())?.freeHours, [{ day: 1, from: 480, to: 720 }])
})

test('Nobody edits the week of another.', async () => {
  const organisation = await givenOrganisation(house)
  const [person, other] = [await givenPerson(house, organisation), await givenPerson(house, organisation)]
  const editing = house.writeAs(other.scope, (tx) =>
    editProfile(tx, { person: person.id, changes: {}, blocks: [morning], keepBeside: true }),
  )
  await assert.rejects(editing, Missing)
})
