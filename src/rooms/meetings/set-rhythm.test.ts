import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { comingOfPair } from './meeting-reads.ts'
import { givenRhythm, local, newId } from './meetings.testing.ts'
import { rhythmOf } from './rhythm-reads.ts'
import { setRhythm } from './set-rhythm.ts'

const house = await testHouse()
const coming = async (id: string) => (await house.read((db) => comingOfPair(db, id))).map(({ startsAt }) => startsAt.toString())

test('A rhythm plans its first two meetings at once; the same form again plans no more.', async () => {
  const { id, rhythm, mentor } = await givenRhythm(house)
  const said = { local: local('2026-12-01T10:00'), zone: 'Europe/Rome', everyWeeks: 3, minutes: 45 }
  await house.writeAs(mentor.scope, (tx) => setRhythm(tx, { id: rhythm, partnership: id, ...said }))
  assert.deepEqual(await coming(id), ['2026-12-01T09:00:00Z', '2026-12-22T09:00:00Z'])
})

test('Another rhythm takes the place of the one before; of the meetings that are planned none goes.', async () => {
  const { id, mentee } = await givenRhythm(house)
  const other = await newId(house)
  const said = { local: local('2026-12-03T16:00'), zone: 'Europe/Rome', everyWeeks: 2, minutes: 45 }
  await house.writeAs(mentee.scope, (tx) => setRhythm(tx, { id: other, partnership: id, ...said }))
  assert.equal((await house.read((db) => rhythmOf(db, id)))?.id, other)
  assert.equal((await coming(id)).length, 4)
})
