import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeHold } from '#partnerships/place-hold'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { makeAllOccurrences } from './make-occurrences.ts'
import { comingOfPair } from './meeting-reads.ts'
import { givenRhythm, meanwhile } from './meetings.testing.ts'

const house = await testHouse()
const coming = async (id: string) => (await house.read((db) => comingOfPair(db, id))).map(({ startsAt }) => startsAt.toString())

test('Two are always planned ahead; one that was cancelled is not planned again.', async () => {
  const { id, mentor } = await givenRhythm(house)
  const [first] = await house.read((db) => comingOfPair(db, id))
  assert.ok(first)
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting: first.id }))
  for (let times = 0; times < 2; times += 1) await house.write(makeAllOccurrences)
  assert.deepEqual(await coming(id), ['2026-12-22T09:00:00Z', '2027-01-12T09:00:00Z'])
  house.setNow('2026-12-22T10:00:00Z')
  await house.write(makeAllOccurrences)
  assert.deepEqual(await coming(id), ['2027-01-12T09:00:00Z', '2027-02-02T09:00:00Z'])
})

test('While the partnership rests nothing is planned.', async () => {
  const { id } = await givenRhythm(house)
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: id, kind: 'paused', until: null }))
  house.setNow('2026-12-22T10:00:00Z')
  await house.write(makeAllOccurrences)
  assert.deepEqual(await coming(id), [])
})

test('Two sweeps at once make each meeting once.', async () => {
  const { id } = await givenRhythm(house)
  house.setNow('2026-12-22T10:00:00Z')
  assert.equal(await meanwhile(house, makeAllOccurrences, () => house.write(makeAllOccurrences)), 'done')
  assert.deepEqual(await coming(id), ['2027-01-12T09:00:00Z', '2027-02-02T09:00:00Z'])
})
