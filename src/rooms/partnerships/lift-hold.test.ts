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

test('Who paused it goes on, and the coordinator; twice is once, and the other neither.', async () => {
  for (const who of ['mentee', 'coordinator'] as const) {
    const { id, mentor, mentee, programme } = await givenUnderWay(house)
    const hold = await house.writeAs(mentee.scope, async (tx) => {
      const made = tx.newId()
      await placeHold(tx, { id: made, partnership: id, kind: 'paused', until: null })
      return made
    })
    const lift = (scope: typeof mentor.scope) => house.writeAs(scope, (tx) => liftHold(tx, { partnership: id, hold }))
    assert.equal(await refusedWith(lift(mentor.scope)), 'partnerships.notYoursToLift')
    const scope = who === 'mentee' ? mentee.scope : programme.coordinator
    for (let times = 0; times < 2; times += 1) await lift(scope)
    assert.deepEqual(await house.read((db) => holdsOf(db, id)), [])
    assert.equal((await house.news('partnership.released')).filter(({ subject }) => subject === id).length, 1)
  }
})

test('What the programme paused neither of the two lifts, for safety or not: they are told the same.', async () => {
  for (const kind of ['paused', 'safeguarding'] as const) {
    const { id, hold, mentor, mentee } = await givenHeld(kind)
    for (const { scope } of [mentor, mentee]) {
      assert.equal(await refusedWith(house.writeAs(scope, (tx) => liftHold(tx, { partnership: id, hold }))), 'partnerships.notYoursToLift')
    }
  }
})

test('A hold for somebody’s safety is lifted by neither of the two nor the coordinator, and the refusal does not say what it is.', async () => {
  const { id, hold, mentor, mentee, programme } = await givenHeld('safeguarding')
  for (const scope of [mentor.scope, mentee.scope, programme.coordinator]) {
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => liftHold(tx, { partnership: id, hold }))), 'partnerships.notYoursToLift')
  }
  assert.equal((await house.read((db) => holdsOf(db, id))).length, 1)
})
