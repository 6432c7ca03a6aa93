import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { enterStage } from './enter-stage.ts'
import { keepStages } from './keep-stages.ts'
import { lateStages } from './late-stages.ts'
import { givenClosing } from './leaving.testing.ts'
import { endOf } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { findPartnership } from './reads.ts'
import { givenAgreed, givenUnderWay, roadOf } from './stages.testing.ts'

const house = await testHouse()
const start = house.now()
const on = (day: number) => house.setNow(start.add({ hours: 24 * day }).toString())
const sweep = () => house.write(keepStages)

test('By the clock: half a year under way leads to the closing, and three weeks of it to the end of the road.', async () => {
  on(0)
  const { id } = await givenUnderWay(house)
  on(181)
  await sweep()
  assert.equal((await roadOf(house, id)).at(-1), 'active met')
  on(182)
  await sweep()
  await sweep()
  assert.equal((await roadOf(house, id)).at(-1), 'close met')
  on(182 + 20)
  await sweep()
  assert.equal((await roadOf(house, id)).at(-1), 'close met')
  on(182 + 21)
  await sweep()
  assert.equal((await roadOf(house, id)).at(-1), 'follow-up late')
  assert.equal(await endOf(house, id), 'completed')
})

test('A review that nobody finishes goes back by itself; nobody waits for ever.', async () => {
  on(0)
  const { id } = await givenUnderWay(house)
  await house.write(async (tx) => enterStage(tx, (await findPartnership(tx, id)) ?? assert.fail(), { to: 'review', why: 'due' }))
  on(7)
  await sweep()
  assert.deepEqual((await roadOf(house, id)).slice(-2), ['review due', 'active late'])
})

test('A rest stops the clock of a stage.', async () => {
  on(0)
  const { id, mentee } = await givenClosing(house)
  on(10)
  await house.writeAs(mentee.scope, (tx) =>
    placeHold(tx, { id: tx.newId(), partnership: id, kind: 'paused', until: Temporal.PlainDate.from('2026-12-31') }),
  )
  on(30)
  await sweep()
  house.setNow('2027-01-02T00:00:00Z')
  await sweep()
  assert.equal((await roadOf(house, id)).at(-1), 'close met', 'ten days of twenty-one have counted')
  house.setNow('2027-01-12T23:00:00Z')
  await sweep()
  assert.equal(await endOf(house, id), undefined)
  house.setNow('2027-01-13T00:00:00Z')
  await sweep()
  assert.equal(await endOf(house, id), 'completed')
})

test('A stage that only tells stays where it is past its limit, and is told of.', async () => {
  on(0)
  const { id, programme } = await givenAgreed(house)
  const late = () => house.database.read(programme.coordinator, (db) => lateStages(db, programme.id))
  on(13)
  assert.deepEqual(await late(), [])
  on(15)
  await sweep()
  const [one] = await late()
  assert.deepEqual([one?.id, one?.stage, one?.days, one?.limitDays], [id, 'induct', 15, 14])
  assert.deepEqual(await roadOf(house, id), ['induct begun'])
})
