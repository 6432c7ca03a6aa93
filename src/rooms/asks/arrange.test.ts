import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comingMeetings } from '#meetings/meeting-reads'
import { testHouse } from '#testing/house'
import { givenSent } from './asks.testing.ts'
import { sayYes } from './say-yes.ts'

const house = await testHouse()

test('A yes puts one meeting into both calendars, hosted by who was asked; a second yes puts in no other.', async () => {
  const { id, asker, mentors } = await givenSent(house, 1)
  const [mentor] = mentors
  assert.ok(mentor)
  const at = Temporal.Instant.from('2026-11-24T09:00:00Z')
  for (let times = 0; times < 2; times += 1) await house.writeAs(mentor.scope, (tx) => sayYes(tx, { ask: id, at }))
  for (const { scope, id: person } of [mentor, asker]) {
    const coming = await house.database.read(scope, (db) => comingMeetings(db, person))
    assert.deepEqual(
      coming.map(({ ask, host, guest, startsAt }) => [ask, host, guest, startsAt.toString()]),
      [[id, mentor.id, asker.id, at.toString()]],
    )
  }
})
