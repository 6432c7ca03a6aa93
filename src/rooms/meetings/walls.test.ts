import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Scope, signInScope } from '#ground/db'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { answerMeeting } from './answer-meeting.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { stateOf } from './meeting.ts'
import { arranged, at, givenRhythm, local, meetingOf, newId, start } from './meetings.testing.ts'
import { offerTimes } from './offer-times.ts'
import { renewFeed } from './renew-feed.ts'
import { sayPlace } from './say-place.ts'
import { sayWhetherMet } from './say-whether-met.ts'
import { setRhythm } from './set-rhythm.ts'
import { takeOffer } from './take-offer.ts'

const house = await testHouse()
const tables = [
  'meetings',
  'meeting_times',
  'meeting_places',
  'meeting_cancellations',
  'meeting_answers',
  'meeting_statements',
  'meeting_offers',
  'meeting_offer_times',
  'meeting_offer_ends',
  'rhythms',
  'rhythm_ends',
  'calendar_feeds',
  'calendar_feed_ends',
]

/** A pair with something in every table of the room; the mentor's feed was renewed, the mentee has none. */
async function givenFull() {
  const pair = await givenRhythm(house)
  const { id: partnership, mentor, mentee } = pair
  const meeting = await arranged(house, pair, at('2026-11-25T10:00:00Z'))
  const gone = await arranged(house, pair, at('2026-11-26T10:00:00Z'))
  const [offer, other, answer, ...ids] = await Promise.all(Array.from({ length: 7 }, () => newId(house)))
  assert.ok(offer && other && answer)
  const when = { local: local('2026-12-10T10:00'), zone: 'UTC' }
  await house.writeAs(mentor.scope, async (tx) => {
    await sayPlace(tx, { meeting, place: 'Room 4' })
    await cancelMeeting(tx, { meeting: gone })
    await offerTimes(tx, { id: offer, partnership, minutes: 45, times: [when] })
    await setRhythm(tx, { id: other, partnership, ...when, everyWeeks: 2, minutes: 45 })
    for (const id of ids.slice(0, 2)) await renewFeed(tx, { id })
  })
  await house.writeAs(mentee.scope, async (tx) => {
    await takeOffer(tx, { offer, nth: 1 })
    await answerMeeting(tx, { id: answer, meeting, answer: 'accepted' })
  })
  house.setNow('2026-11-25T12:00:00Z')
  for (const [nth, minutes] of [30, 45].entries()) {
    const told = { id: ids[2 + nth] ?? '', meeting, happened: 'met', minutes } as const
    await house.writeAs(nth === 0 ? mentor.scope : mentee.scope, (tx) => sayWhetherMet(tx, told))
  }
  return { ...pair, meeting }
}

const full = await givenFull()
const other = await givenRhythm(house)
house.setNow('2026-11-25T12:00:00Z')

/** Which tables of the room show this asker any row at all. */
const seenBy = (scope: Scope) =>
  house.database.read(scope, async (db) => {
    const seen: string[] = []
    for (const table of tables) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
      if ((rows[0]?.count ?? 0) > 0) seen.push(table)
    }
    return seen
  })

const forTheTwo = tables.filter((table) => !table.startsWith('calendar'))

test('The two see all of it, both statements too; a calendar’s address is its owner’s alone, and not even the partner’s.', async () => {
  assert.deepEqual(await seenBy(full.mentor.scope), tables)
  assert.deepEqual(await seenBy(full.mentee.scope), forTheTwo)
  for (const { scope } of [full.mentor, full.mentee]) {
    const statements = (await meetingOf(house, full.meeting, scope))?.statements ?? []
    assert.deepEqual(statements.map(({ minutes }) => minutes).sort(), [30, 45])
  }
})

test('The coordinator sees when, how long and how it stands; no place, no offer, no rhythm, no calendar.', async () => {
  const counted = ['meetings', 'meeting_times', 'meeting_cancellations', 'meeting_answers', 'meeting_statements']
  assert.deepEqual(await seenBy(full.programme.coordinator), counted)
  const meeting = await meetingOf(house, full.meeting, full.programme.coordinator)
  assert.deepEqual([meeting?.startsAt.toString(), meeting?.minutes], ['2026-11-25T10:00:00Z', 45])
  assert.equal(meeting && stateOf(meeting, house.now()), 'differs')
})

test('Nobody else sees a row of the pair: no other pair, no other coordinator, no administrator, nobody who is not signed in.', async () => {
  const { mentor, programme } = other
  const own = await house.database.read(mentor.scope, (db) => db.selectFrom('meetings').select('partnership').distinct().execute())
  assert.deepEqual(own, [{ partnership: other.id }])
  assert.equal(await meetingOf(house, full.meeting, programme.coordinator), undefined)
  for (const table of ['meeting_places', 'meeting_offers', 'calendar_feeds'])
    assert.ok(!(await seenBy(mentor.scope)).includes(table), table)
  const administrator = { ...full.programme.keeper.scope, programmes: [] }
  for (const scope of [administrator, signInScope]) assert.deepEqual(await seenBy(scope), [])
})

test('Nobody adds to a meeting of others, whatever they know of it.', async () => {
  const rows = {
    meeting_places: sql`insert into meeting_places (meeting, nth, at, by) values (${full.meeting}, 9, ${at(start)}, ${other.mentor.id})`,
    meeting_cancellations: sql`insert into meeting_cancellations (meeting, at) values (${full.meeting}, ${at(start)})`,
    meeting_statements: sql`insert into meeting_statements (id, meeting, person, happened, at)
      values (${full.id}, ${full.meeting}, ${other.mentor.id}, 'moved', ${at(start)})`,
    meeting_offers: sql`insert into meeting_offers (id, partnership, minutes, at, by)
      values (${full.id}, ${full.id}, 45, ${at(start)}, ${other.mentor.id})`,
  }
  for (const scope of [other.mentor.scope, full.programme.coordinator]) {
    for (const [table, row] of Object.entries(rows))
      await assert.rejects(
        house.writeAs(scope, (tx) => row.execute(tx)),
        /row-level/,
        table,
      )
  }
})

test('Nobody answers for the other, nor says for the other how it went.', async () => {
  const { mentor, mentee, meeting } = full
  const said = sql`insert into meeting_statements (id, meeting, person, happened, at) values (gen_random_uuid(), ${meeting}, ${mentee.id}, 'moved', ${at(start)})`
  const came = sql`insert into meeting_answers (id, meeting, nth, person, answer, at) values (gen_random_uuid(), ${meeting}, 1, ${mentee.id}, 'declined', ${at(start)})`
  for (const row of [said, came]) {
    await assert.rejects(
      house.writeAs(mentor.scope, (tx) => row.execute(tx)),
      /row-level/,
    )
  }
})

test('Nothing of a meeting is ever changed or deleted, by the owner neither.', async () => {
  const keys: Record<string, string> = { meetings: 'host', rhythms: 'zone', meeting_offers: 'minutes', calendar_feeds: 'token' }
  await onServer(async (client) => {
    for (const table of tables) {
      const column =
        keys[table] ?? (/_offer_/.test(table) ? 'offer' : /^rhythm/.test(table) ? 'rhythm' : /feed/.test(table) ? 'feed' : 'meeting')
      await assert.rejects(client.query(`update ${table} set ${column} = ${column}`), /only ever adds/, table)
      await assert.rejects(client.query(`delete from ${table}`), /only ever adds/, table)
    }
  }, house.databaseName)
})
