import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { exceptionsOf } from './hours-reads.ts'
import { day, givenInKabul, named } from './own.testing.ts'
import { sayException } from './say-exception.ts'
import { takeBackException } from './take-back-exception.ts'

const house = await testHouse()
const exception = realHands.newId()
const one = await givenInKabul(house)
const takeBack = (scope = one.scope) => house.writeAs(scope, (tx) => takeBackException(tx, { exception }))

test('An absence taken back is gone, once; nobody else takes it back, and what is over stays.', async () => {
  await house.writeAs(one.scope, (tx) => sayException(tx, { id: exception, from: day('2026-11-24'), to: day('2026-11-25'), hours: null }))
  await assert.rejects(takeBack((await givenInKabul(house)).scope), Missing)
  await takeBack()
  await takeBack()
  assert.deepEqual(await house.database.read(one.scope, (db) => exceptionsOf(db, one.id, day('2026-11-23'))), [])
  assert.equal((await house.news('hours-exception.taken-back')).length, 1)
  house.setNow('2026-11-26T08:00:00Z')
  await assert.rejects(takeBack(), named('availability.dayPast'))
})
