import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { arrangeMeeting } from './arrange-meeting.ts'
import { placeOf } from './meeting-reads.ts'
import { at, givenMeeting, meetingOf } from './meetings.testing.ts'

const house = await testHouse()

test('A meeting keeps its time on the wall and its zone, and the instant with the zone data that it was derived by.', async () => {
  const { id, programme, mentor, mentee } = await givenMeeting(house)
  const meeting = await house.write(async (tx) => {
    const made = tx.newId()
    const of = {
      partnership: id,
      ask: null,
      organisation: programme.organisation,
      programme: programme.id,
      host: mentor.id,
      guest: mentee.id,
    }
    const when = { startsAt: at('2026-12-01T05:30:00Z'), zone: 'Asia/Kabul', minutes: 60 }
    for (let times = 0; times < 2; times += 1) await arrangeMeeting(tx, { ...of, ...when, id: made, place: null })
    return made
  })
  const found = await meetingOf(house, meeting, mentee.scope)
  assert.deepEqual([found?.local.toString(), found?.zone, found?.nth], ['2026-12-01T10:00:00', 'Asia/Kabul', 1])
  const row = await house.read((db) => db.selectFrom('meetingTimes').select('zoneData').where('meeting', '=', meeting).executeTakeFirst())
  assert.match(row?.zoneData ?? '', /^\d{4}[a-z]/)
  assert.equal((await house.news('meeting.planned')).filter(({ subject }) => subject === meeting).length, 1)
})

test('The coordinator reads the day, the minutes and the state; the place is for the two, and others find nothing.', async () => {
  const pair = await givenMeeting(house)
  const other = await givenMeeting(house)
  const { coordinator } = pair.programme
  assert.equal((await meetingOf(house, pair.meeting, coordinator))?.minutes, 45)
  assert.equal(await house.database.read(coordinator, (db) => placeOf(db, { id: pair.meeting, partnership: pair.id, ask: null })), null)
  assert.equal(
    await house.database.read(pair.mentee.scope, (db) => placeOf(db, { id: pair.meeting, partnership: pair.id, ask: null })),
    'Room 4',
  )
  for (const scope of [other.mentor.scope, other.programme.coordinator])
    assert.equal(await meetingOf(house, pair.meeting, scope), undefined)
})
