import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { milestonesOf } from '#partnerships/stage-reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { logMeeting } from './log-meeting.ts'
import { meetingsOf } from './meeting-reads.ts'
import { arranged, at, newId, start } from './meetings.testing.ts'
import { sayWhetherMet } from './say-whether-met.ts'

const house = await testHouse()
const day = (text: string) => Temporal.PlainDate.from(text)
const log = async (scope: Parameters<typeof house.writeAs>[0], partnership: string, on = '2026-11-20', minutes = 45) => {
  const id = await newId(house)
  return house.writeAs(scope, (tx) => logMeeting(tx, { id, partnership, day: day(on), minutes, zone: 'Asia/Kabul' }))
}
const meetings = (id: string) => house.read((db) => meetingsOf(db, id))

test('The same day told five times at once, by both, is one meeting with two statements, and counts once.', async () => {
  house.setNow(start)
  const { id, mentor, mentee } = await givenUnderWay(house)
  await Promise.all([mentor, mentee, mentor, mentee, mentor].map(({ scope }) => log(scope, id)))
  const told = await meetings(id)
  assert.deepEqual(
    told.map(({ statements }) => statements.length),
    [2],
  )
  const held = (await house.read((db) => milestonesOf(db, id))).filter(({ milestone }) => milestone === 'meeting-held')
  assert.equal(held.length, 1)
})

test('A planned meeting of that day is the one that is meant.', async () => {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const meeting = await arranged(house, pair, at('2026-11-24T10:00:00Z'))
  house.setNow('2026-11-24T12:00:00Z')
  await log(pair.mentee.scope, pair.id, '2026-11-24', 50)
  assert.deepEqual(
    (await meetings(pair.id)).map(({ id, statements }) => [id, statements[0]?.minutes]),
    [[meeting, 50]],
  )
})

test('Of today one may tell at any hour; not of tomorrow, nor of long ago, nor of a pair of others.', async () => {
  house.setNow('2026-11-23T02:00:00Z')
  const [pair, other] = [await givenUnderWay(house), await givenUnderWay(house)]
  await log(pair.mentor.scope, pair.id, '2026-11-23', 30)
  assert.equal((await meetings(pair.id)).length, 1)
  assert.equal(await refusedWith(log(pair.mentor.scope, pair.id, '2026-11-24')), 'meetings.notYet')
  assert.equal(await refusedWith(log(pair.mentor.scope, pair.id, '2026-08-01')), 'meetings.longAgo')
  assert.equal(await refusedWith(log(other.mentor.scope, pair.id)), 'Missing')
})

test('One says of a cancelled meeting that they met all the same, the other tells of that day: it is one meeting, counted once.', async () => {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const meeting = await arranged(house, pair, at('2026-11-24T10:00:00Z'))
  await house.writeAs(pair.mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  house.setNow('2026-11-24T12:00:00Z')
  const id = await newId(house)
  await house.writeAs(pair.mentor.scope, (tx) => sayWhetherMet(tx, { id, meeting, happened: 'met', minutes: 45 }))
  await log(pair.mentee.scope, pair.id, '2026-11-24')
  assert.deepEqual(
    (await meetings(pair.id)).map((one) => [one.id, one.statements.length]),
    [[meeting, 2]],
  )
  const held = (await house.read((db) => milestonesOf(db, pair.id))).filter(({ milestone }) => milestone === 'meeting-held')
  assert.equal(held.length, 1)
})

test('Told before noon of the same day, its instant is what its time on the wall means.', async () => {
  house.setNow('2026-11-23T02:00:31.5Z')
  const pair = await givenUnderWay(house)
  await log(pair.mentor.scope, pair.id, '2026-11-23', 30)
  const [one] = await meetings(pair.id)
  assert.deepEqual([one?.local.toString(), one?.startsAt.toString()], ['2026-11-23T06:30:00', '2026-11-23T02:00:00Z'])
})
