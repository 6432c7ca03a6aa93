import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { healthFigures, healthOf } from './health-reads.ts'
import { keepFirings } from './keep-firings.ts'

const house = await testHouse()

test('A rule fires for a pair once, the first time; early enough before a bad end, it counts as having warned.', async () => {
  const pair = await givenUnderWay(house)
  house.setNow('2026-12-10T08:00:00Z')
  await house.write(keepFirings)
  house.setNow('2026-12-12T08:00:00Z')
  await house.write(keepFirings)
  const kept = await house.read((db) => db.selectFrom('ruleFirings').selectAll().execute())
  assert.deepEqual(kept, [{ partnership: pair.id, rule: 'first-meeting', at: Temporal.Instant.from('2026-12-10T08:00:00Z') }])
  const seen = await house.database.read(pair.programme.coordinator, (db) => healthOf(db, pair.programme.id))
  assert.deepEqual(
    seen.map(({ findings }) => findings.map(({ rule }) => rule)),
    [['first-meeting']],
  )
  house.setNow('2026-12-30T08:00:00Z')
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'no-fault' }))
  const figures = await house.read((db) => healthFigures(db, pair.programme.organisation))
  assert.ok(
    figures.every(({ sensitivity }) => sensitivity === null),
    'one pair is too few to tell',
  )
})
