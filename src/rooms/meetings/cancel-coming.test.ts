import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { cancelComing, cancelHeld } from './cancel-coming.ts'
import { makeAllOccurrences } from './make-occurrences.ts'
import { comingOfPair } from './meeting-reads.ts'
import { givenRhythm } from './meetings.testing.ts'
import { rhythmOf } from './rhythm-reads.ts'

const house = await testHouse()
const coming = async (id: string) => (await house.read((db) => comingOfPair(db, id))).length

test('A partnership that ended has no meeting to come, and no rhythm; heeded twice it is the same.', async () => {
  const { id } = await givenRhythm(house)
  for (let times = 0; times < 2; times += 1) await house.write((tx) => cancelComing(tx, { subject: id }))
  await house.write(makeAllOccurrences)
  assert.deepEqual([await coming(id), await house.read((db) => rhythmOf(db, id))], [0, undefined])
})

test('One that rests has no meeting to come either; its rhythm goes on when it does.', async () => {
  const { id } = await givenRhythm(house)
  await house.write((tx) => cancelHeld(tx, { subject: id }))
  assert.equal(await coming(id), 0)
  await house.write(makeAllOccurrences)
  assert.equal(await coming(id), 2)
})
