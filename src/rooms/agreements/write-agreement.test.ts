import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { refusedWith } from '#partnerships/pairs.testing'
import { givenAgreed } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { versionsOf } from './agreement-reads.ts'
import { wrote } from './agreements.testing.ts'

const house = await testHouse()
const versions = (scope: Parameters<typeof house.writeAs>[0], id: string) => house.database.read(scope, (db) => versionsOf(db, id))

test('Each save is a version; fixed clauses and unknown ones are left out, goals as many as the pathway has; the same again is none.', async () => {
  const { id, mentor, mentee } = await givenAgreed(house)
  await wrote(house, mentor.scope, id, 'To speak')
  await wrote(house, mentor.scope, id, 'To speak')
  await wrote(house, mentee.scope, id, 'To speak freely')
  const [newest, first] = await versions(mentor.scope, id)
  assert.deepEqual([newest?.nth, newest?.by, first?.nth], [2, mentee.id, 1])
  assert.deepEqual(newest?.clauses, { purpose: 'To speak freely' })
  assert.deepEqual(newest?.goals, ['Speak before donors', 'Delegate', 'Rest'])
})

test('Of two who write at once the second is told, and what stands is the first’s.', async () => {
  const { id, mentor, mentee } = await givenAgreed(house)
  const both = await Promise.allSettled([wrote(house, mentor.scope, id, 'One', 0), wrote(house, mentee.scope, id, 'Other', 0)])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await versions(mentor.scope, id)).length, 1)
  assert.equal(await refusedWith(wrote(house, mentee.scope, id, 'Third', 0)), 'agreements.writtenMeanwhile')
})

test('The text is for the two: the coordinator reads none of it, nor the house, nor others; after the end nothing is written.', async () => {
  const pair = await givenAgreed(house)
  const other = await givenAgreed(house)
  await wrote(house, pair.mentor.scope, pair.id, 'Between us')
  for (const scope of [pair.programme.coordinator, other.mentor.scope]) assert.deepEqual(await versions(scope, pair.id), [])
  assert.deepEqual(await house.read((db) => versionsOf(db, pair.id)), [])
  assert.equal(await refusedWith(wrote(house, other.mentor.scope, pair.id, 'Not mine', 1)), 'Missing')
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'no-fault' }))
  assert.equal(await refusedWith(wrote(house, pair.mentor.scope, pair.id, 'Too late')), 'agreements.over')
})
