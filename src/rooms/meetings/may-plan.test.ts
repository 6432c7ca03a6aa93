import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#ground/refusal'
import { givenPair, refusedWith } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { mayPlan, plannable } from './may-plan.ts'
import { at, local, start } from './meetings.testing.ts'

const house = await testHouse()
const plan = (text: string, zone = 'UTC') => {
  try {
    return plannable(at(start), { local: local(text), zone }).at.toString()
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return [error.reason, ...Object.values(error.facts)].join(' ')
  }
}

test('A meeting is planned for this minute, or a year ahead; not for the minute before, nor the minute after.', () => {
  assert.equal(plan('2026-11-23T07:59'), 'meetings.past')
  assert.equal(plan('2026-11-23T08:00'), '2026-11-23T08:00:00Z')
  assert.equal(plan('2027-11-24T08:00'), '2027-11-24T08:00:00Z')
  assert.equal(plan('2027-11-24T08:01'), 'meetings.farAhead 366')
})

test('Where the clocks go forward over it, the nearest times that exist are named; where they go back, the first is meant.', () => {
  assert.equal(plan('2027-03-28T02:30', 'Europe/Rome'), 'meetings.gap 2027-03-28 01:30 2027-03-28 03:30')
  assert.equal(plan('2027-10-31T02:30', 'Europe/Rome'), '2027-10-31T00:30:00Z')
})

test('In what rests, and before both have said yes, nothing is planned; to the coordinator it is not theirs to plan.', async () => {
  const [pair, proposed] = [await givenUnderWay(house), await givenPair(house)]
  const may = (scope: typeof pair.mentor.scope, id = pair.id) => house.database.read(scope, (db) => mayPlan(db, id))
  assert.equal((await may(pair.mentee.scope)).partner.id, pair.mentor.id)
  assert.equal(await refusedWith(may(pair.programme.coordinator)), 'Missing')
  assert.equal(await refusedWith(may(proposed.mentor.scope, proposed.id)), 'Missing')
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: pair.id, kind: 'paused', until: null }))
  assert.equal(await refusedWith(may(pair.mentee.scope)), 'meetings.onHold')
})
