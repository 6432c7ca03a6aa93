import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { moveStage } from './move-stage.ts'
import { refusedWith } from './pairs.testing.ts'
import { givenAgreed, roadOf } from './stages.testing.ts'

const house = await testHouse()

test('The coordinator moves a pair on without its exit list; what was not met, and why, is kept.', async () => {
  const { id, programme } = await givenAgreed(house)
  const move = { partnership: id, from: 'induct', to: 'agree', reason: 'Briefed on the telephone' }
  await house.writeAs(programme.coordinator, (tx) => moveStage(tx, move))
  await house.writeAs(programme.coordinator, (tx) => moveStage(tx, move))
  assert.deepEqual(await roadOf(house, id), ['induct begun', 'agree waived'])
  const waivers = await house.read((db) => db.selectFrom('partnershipWaivers').selectAll().where('partnership', '=', id).execute())
  assert.deepEqual(waivers, [{ partnership: id, nth: 2, unmet: ['briefed'], reason: 'Briefed on the telephone' }])
})

test('Of two coordinators who move at once, the second is told; a move that is not listed is refused with what is.', async () => {
  const { id, programme } = await givenAgreed(house)
  const as = (from: string, to: string) =>
    house.writeAs(programme.coordinator, (tx) => moveStage(tx, { partnership: id, from, to, reason: 'x' }))
  assert.equal(await refusedWith(as('induct', 'active')), 'partnerships.noSuchMove')
  await as('induct', 'agree')
  assert.equal(await refusedWith(as('induct', 'close')), 'partnerships.stageLeft')
})

test('The two do not move themselves, and a waiver is not theirs to read.', async () => {
  const { id, programme, mentor, mentee } = await givenAgreed(house)
  const move = { partnership: id, from: 'induct', to: 'agree', reason: 'Between us' }
  assert.equal(await refusedWith(house.writeAs(mentor.scope, (tx) => moveStage(tx, move))), 'Missing')
  await house.writeAs(programme.coordinator, (tx) => moveStage(tx, move))
  for (const { scope } of [mentor, mentee]) {
    const seen = await house.writeAs(scope, (tx) => tx.selectFrom('partnershipWaivers').selectAll().execute())
    assert.deepEqual(seen, [])
  }
})
