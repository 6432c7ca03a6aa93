import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { comingOfPair } from './meeting-reads.ts'
import { asItEnds, givenRhythm, local, newId } from './meetings.testing.ts'
import { rhythmOf, rhythmsKept } from './rhythm-reads.ts'
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

test('Two set one at once: one is kept, and its meetings alone are made from then on.', async () => {
  const { id, mentor, mentee } = await givenRhythm(house)
  const said = { local: local('2026-12-03T16:00'), zone: 'Europe/Rome', everyWeeks: 2, minutes: 45 }
  const ids = [await newId(house), await newId(house)]
  const set = (rhythm: string, { scope } = mentor) => house.writeAs(scope, (tx) => setRhythm(tx, { id: rhythm, partnership: id, ...said }))
  await Promise.all([set(ids[0] ?? ''), set(ids[1] ?? '', mentee)])
  const kept = (await house.read(rhythmsKept)).filter(({ partnership }) => partnership === id)
  assert.equal(kept.length, 1)
})

test('An older form sent again leaves the rhythm that is kept.', async () => {
  const { id, rhythm, mentor } = await givenRhythm(house)
  const said = { local: local('2026-12-03T16:00'), zone: 'Europe/Rome', everyWeeks: 2, minutes: 45 }
  const other = await newId(house)
  for (const one of [other, rhythm]) await house.writeAs(mentor.scope, (tx) => setRhythm(tx, { id: one, partnership: id, ...said }))
  assert.equal((await house.read((db) => rhythmOf(db, id)))?.id, other)
})

test('While the partnership ends no rhythm is begun.', async () => {
  const pair = await givenRhythm(house)
  const other = await newId(house)
  const said = { local: local('2026-12-03T16:00'), zone: 'Europe/Rome', everyWeeks: 2, minutes: 45 }
  const set = () => house.writeAs(pair.mentor.scope, (tx) => setRhythm(tx, { id: other, partnership: pair.id, ...said }))
  assert.equal(await asItEnds(house, pair, set), 'meetings.over')
})
