import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { testHouse } from '#testing/house'
import { makeAllOccurrences } from './make-occurrences.ts'
import { comingOfPair } from './meeting-reads.ts'
import { givenRhythm } from './meetings.testing.ts'
import { stopRhythm } from './stop-rhythm.ts'

const house = await testHouse()

test('Stopped, a rhythm cancels what it planned and plans no more; a rhythm of others is not there.', async () => {
  const [{ id, rhythm, mentee }, other] = [await givenRhythm(house), await givenRhythm(house)]
  const stop = (scope: typeof mentee.scope, partnership = id) => house.writeAs(scope, (tx) => stopRhythm(tx, { rhythm, partnership }))
  assert.equal(await refusedWith(stop(other.mentor.scope)), 'Missing')
  await stop(mentee.scope)
  await stop(mentee.scope)
  await house.write(makeAllOccurrences)
  assert.deepEqual(await house.read((db) => comingOfPair(db, id)), [])
  assert.equal((await house.read((db) => comingOfPair(db, other.id))).length, 2)
})

test('A partnership that has just come to rest still stops its rhythm.', async () => {
  const { id, rhythm, mentee } = await givenRhythm(house)
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: id, kind: 'paused', until: null }))
  await house.writeAs(mentee.scope, (tx) => stopRhythm(tx, { rhythm, partnership: id }))
  assert.deepEqual(await house.read((db) => comingOfPair(db, id)), [])
})
