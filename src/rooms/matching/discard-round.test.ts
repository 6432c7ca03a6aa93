import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { discardRound } from './discard-round.ts'
import { findRound } from './round-reads.ts'
import { givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

test('A round is put aside once, by whom and when; nobody was asked.', async () => {
  const given = await givenProgramme(house, { mentors: [{}], mentees: [{}] })
  const { id } = await house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
  const discard = () => house.writeAs(given.scope, (tx) => discardRound(tx, { round: id }))
  assert.deepEqual(await discard(), { programme: given.id })
  assert.deepEqual(await discard(), { programme: given.id })
  assert.equal((await house.read((db) => findRound(db, id)))?.end?.outcome, 'discarded')
  assert.equal((await house.news('round.discarded')).length, 1)
  assert.deepEqual(await house.news('partnership.proposed'), [])
})
