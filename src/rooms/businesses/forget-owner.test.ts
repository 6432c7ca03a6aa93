import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOwner } from '#hours/ledger.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenBusiness } from './businesses.testing.ts'
import { keepWish } from './coach-wish.ts'
import { forgetOwner } from './forget-owner.ts'
import { raiseObstacle } from './raise-obstacle.ts'
import { businessesOf, findBusiness } from './reads.ts'

const house = await testHouse()

test('Who is erased is no name in what they owned; the firm, its decisions and its figures stay.', async () => {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  const owners = [
    { person: person.id, name: 'Zahra', adult: true },
    { person: null, name: 'Karim', adult: true },
  ]
  const { id } = await givenBusiness(house, programme, { owners, phone: '0700 123 456', name: 'Naan' })
  const { id: beside } = await givenBusiness(house, programme, { phone: '0700 999 999' })
  await house.writeAs(programme.coordinator, async (tx) => {
    await keepWish(tx, { id, organisation: programme.organisation }, { sex: 'woman', companion: false })
    await raiseObstacle(tx, { id: tx.newId(), business: id, kind: 'family', line: 'Of the family' })
  })
  for (const _twice of [1, 2]) await house.write((tx) => forgetOwner(tx, { subject: person.id }))

  const business = await house.read((db) => findBusiness(db, id))
  assert.deepEqual(
    business?.owners.map(({ name }) => name),
    ['—', 'Karim'],
  )
  assert.deepEqual([business?.name, business?.phone], ['Naan', null])
  const left = await house.read(async (db) => [
    await db.selectFrom('coachWishes').select('id').where('business', '=', id).execute(),
    await db.selectFrom('obstacles').select('sealed').where('business', '=', id).execute(),
    await businessesOf(db, programme.id, { words: 'zahra', rowsMax: 5 }).then((found) => found.map((one) => one.id)),
  ])
  assert.deepEqual(left, [[], [{ sealed: null }], [beside]], 'its namesake beside is found still')
  assert.equal((await house.read((db) => findBusiness(db, beside)))?.phone, '0700 999 999')
})

test('Nobody but the house forgets, and nothing but what it forgets is ever changed.', async () => {
  const programme = await givenProgramme(house)
  const { id } = await givenBusiness(house, programme)
  const person = await givenPerson(house, programme.organisation)
  await assert.rejects(
    house.writeAs(programme.coordinator, (tx) => forgetOwner(tx, { subject: person.id })),
    /only the house erases/,
  )
  for (const statement of [
    `update business_owners set name = 'X' where business = '${id}'`,
    `update business_particulars set name = 'X' where business = '${id}'`,
    `update business_particulars set phone = '1', phone_key = '1' where business = '${id}'`,
    `delete from business_owners where business = '${id}'`,
  ]) {
    await assert.rejects(
      asOwner(house, (client) => client.query(statement)),
      /only ever adds/,
      statement,
    )
  }
})
