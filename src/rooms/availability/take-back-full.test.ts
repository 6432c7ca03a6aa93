import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { fullUntil, ownFull } from './full-reads.ts'
import { givenInKabul } from './own.testing.ts'
import { sayFull } from './say-full.ts'
import { takeBackFull } from './take-back-full.ts'

const house = await testHouse()

test('Taken back, one can be asked again at once; nobody else takes it back; an older word does not come back.', async () => {
  const { id: person, scope } = await givenInKabul(house)
  const full = async () => (await house.read((db) => fullUntil(db, [person]))).size
  for (let nth = 0; nth < 2; nth += 1) {
    await house.writeAs(scope, (tx) => sayFull(tx, { id: realHands.newId(), until: null }))
    house.setNow(house.now().add({ minutes: 1 }).toString())
  }
  const said = (await house.database.read(scope, (db) => ownFull(db, person)))?.id ?? assert.fail('not full')
  const takeBack = (who = scope) => house.writeAs(who, (tx) => takeBackFull(tx, { full: said }))
  await assert.rejects(takeBack((await givenInKabul(house)).scope), Missing)
  assert.equal(await full(), 1)
  await takeBack()
  await takeBack()
  assert.equal(await full(), 0)
  assert.equal((await house.news('fullness.taken-back')).length, 1)
})
