import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { liftHold } from './lift-hold.ts'
import { refusedWith } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { holdsOf } from './stage-reads.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()

async function givenHeld(kind: 'paused' | 'safeguarding') {
  const pair = await givenUnderWay(house)
  const hold = await house.write(async (tx) => {
    const id = tx.newId()
    await placeHold(tx, { id, partnership: pair.id, kind, until: null })
    return id
  })
  return { ...pair, hold }
}

test('Either side goes on after a pause; twice is once.', async () => {
  const { id, hold, mentee } = await givenHeld('paused')
  for (let times = 0; times < 2; times += 1) await house.writeAs(mentee.scope, (tx) => liftHold(tx, { partnership: id, hold }))
  assert.deepEqual(await house.read((db) => holdsOf(db, id)), [])
  assert.equal((await house.news('partnership.released')).filter(({ subject }) => subject === id).length, 1)
})

test('A hold for somebody’s safety is lifted by neither of the two nor the coordinator, and the refusal does not say what it is.', async () => {
  const { id, hold, mentor, mentee, programme } = await givenHeld('safeguarding')
  for (const scope of [mentor.scope, mentee.scope, programme.coordinator]) {
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => liftHold(tx, { partnership: id, hold }))), 'partnerships.notYoursToLift')
  }
  assert.equal((await house.read((db) => holdsOf(db, id))).length, 1)
})
