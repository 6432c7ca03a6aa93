import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { milestonesOf } from '#partnerships/stage-reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { logMeeting } from './log-meeting.ts'
import { meetingsOf } from './meeting-reads.ts'
import { arranged, at, newId, start } from './meetings.testing.ts'

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
