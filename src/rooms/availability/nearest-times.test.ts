import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonTimes } from './common-times.ts'
import { timeOf } from './free-spans.ts'
import { nearestTimes } from './nearest-times.ts'
import { fortnight, iso, person, wall } from './times.testing.ts'
import { dayHours } from './week.ts'

test('Where hours do not overlap, the nearest times suit somebody and stretch the other’s day, by day.', () => {
  const [kabul, newYork] = [person('Asia/Kabul'), person('America/New_York')]
  const known = [kabul, newYork].map((one) => timeOf(one, fortnight))
  assert.deepEqual(commonTimes(known, { minutes: 60, max: 3 }), [])
  const nearest = nearestTimes(known, fortnight, { minutes: 60 })
  // Nine in New York is half past six in the evening in Kabul; four in Kabul would be night in New York.
  assert.deepEqual(
    nearest.map(({ at, suits }) => [iso(at), suits]),
    ['2026-11-23T14:00Z', '2026-11-24T14:00Z', '2026-11-25T14:00Z'].map((at) => [at, [newYork.person]]),
  )
  for (const { at } of nearest) {
    for (const { zone } of [kabul, newYork]) {
      const minute = wall(zone, at).hour * 60 + wall(zone, at).minute
      assert.ok(minute >= dayHours.from && minute + 60 <= dayHours.to, `${iso(at)} is night in ${zone}`)
    }
  }
})

test('Nobody who is away or busy all the while gets a compromise.', () => {
  const away = { kind: 'away', from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-12-31') } as const
  const gone = person('UTC', undefined, { exceptions: [{ ...away, fromMinutes: null, toMinutes: null }] })
  const known = [person('UTC'), gone].map((one) => timeOf(one, fortnight))
  assert.deepEqual(nearestTimes(known, fortnight, { minutes: 30 }), [])
})
