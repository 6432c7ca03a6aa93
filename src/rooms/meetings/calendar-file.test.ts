import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { calendarFile } from './calendar-file.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { feedOf } from './feed-reads.ts'
import { arranged, at, givenMeeting, newId } from './meetings.testing.ts'
import { renewFeed } from './renew-feed.ts'
import { sayPlace } from './say-place.ts'

const house = await testHouse()
const nobody = { door: 'sign-in' as const, person: null, home: null, organisations: [], programmes: [] }
const fileAt = async (calendar: string) => {
  const asked = { params: { calendar }, baseUrl: 'https://mentoring.example.org' }
  return new TextDecoder().decode((await house.database.read(nobody, (db) => calendarFile(db, asked))).bytes)
}
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

async function givenFeed(place: string | null) {
  const given = await givenMeeting(house, place)
  await house.write((tx) => tx.updateTable('people').set({ language: 'fa-AF' }).where('id', '=', given.mentor.id).execute())
  const id = await newId(house)
  await house.writeAs(given.mentor.scope, (tx) => renewFeed(tx, { id }))
  const feed = await house.database.read(given.mentor.scope, (db) => feedOf(db, given.mentor.id))
  return { ...given, calendar: `${feed?.token}.ics` }
}

test('A calendar program reads one’s meetings at the moments they are, in one’s own language, with the way to each page.', async () => {
  const { meeting, calendar } = await givenFeed(null)
  const file = await fileAt(calendar)
  const [event, other] = new ICAL.Component(ICAL.parse(file) as never).getAllSubcomponents('vevent')
  assert.equal(other, undefined)
  assert.equal(String(event?.getFirstPropertyValue('dtstart')), '2026-11-25T10:00:00Z')
  assert.match(String(event?.getFirstPropertyValue('summary')), /^ملاقات/)
  assert.equal(event?.getFirstPropertyValue('url'), `https://mentoring.example.org/meetings/${meeting}`)
  assert.equal(event?.getFirstPropertyValue('uid'), `${meeting}@lampline`)
})

test('A feed says nothing of where, no link to meet by either, no address and nobody’s statement.', async () => {
  const { meeting, mentor, calendar } = await givenFeed('Room 4, at the back')
  assert.doesNotMatch(await fileAt(calendar), /Room 4|LOCATION|@(?!lampline)|ATTENDEE|ORGANIZER/)
  await house.writeAs(mentor.scope, (tx) => sayPlace(tx, { meeting, place: 'https://meet.example.org/room' }))
  assert.doesNotMatch(await fileAt(calendar), /LOCATION|meet\.example\.org/)
})

test('What was cancelled is not in the feed any more.', async () => {
  const { meeting, mentor, calendar, ...pair } = await givenFeed(null)
  const second = await arranged(house, { ...pair, mentor }, at('2026-11-30T10:00:00Z'))
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  const uids = linesOf(await fileAt(calendar)).filter((line) => line.startsWith('UID:'))
  assert.deepEqual(uids, [`UID:${second}@lampline`])
})

test('An address that nobody has answers as if it never was.', async () => {
  for (const calendar of ['x.ics', `${'x'.repeat(22)}.ics`, `${'x'.repeat(5_000)}.ics`, '']) await assert.rejects(fileAt(calendar), Missing)
})
