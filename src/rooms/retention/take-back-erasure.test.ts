import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { askErasure } from './ask-erasure.ts'
import { eraseDue } from './erase-person.ts'
import { standingWish } from './reads.ts'
import { takeBackErasure } from './take-back-erasure.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const administrator = await givenKeeper(house, organisation, 'administrator')

test('What was taken back in time is not done; it can be asked anew.', async () => {
  for (const who of ['the person', 'an administrator'] as const) {
    const person = await givenPerson(house, organisation, { fullName: 'Homaira' })
    const ask = () => house.writeAs(person.scope, (tx) => askErasure(tx, { id: tx.newId(), person: person.id, code: person.code }))
    await ask()
    const { scope } = who === 'the person' ? person : administrator
    await house.writeAs(scope, (tx) => takeBackErasure(tx, { person: person.id }))
    await house.writeAs(scope, (tx) => takeBackErasure(tx, { person: person.id }))
    house.setNow('2026-12-20T08:00:00Z')
    await house.write(eraseDue)
    const { fullName } = await house.read((db) =>
      db.selectFrom('people').select('fullName').where('id', '=', person.id).executeTakeFirstOrThrow(),
    )
    assert.equal(fullName, 'Homaira', who)
    await ask()
    assert.ok(await house.read((db) => standingWish(db, person.id)))
  }
})
