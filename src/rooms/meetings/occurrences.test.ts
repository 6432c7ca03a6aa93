import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { at } from './meetings.testing.ts'
import { nextOccurrences } from './occurrences.ts'
import type { Rhythm } from './rhythm-reads.ts'

const rhythm = (zone: string, firstDay = '2026-10-06', everyWeeks = 3, wallTime = '10:00'): Rhythm => ({
  ...{ id: 'r', partnership: 'p', everyWeeks, zone, minutes: 45, by: 'b' },
  firstDay: Temporal.PlainDate.from(firstDay),
  wallTime: Temporal.PlainTime.from(wallTime),
})
const next = (of: Rhythm, now: string, made: string[] = [], count = 2) =>
  nextOccurrences(of, at(now), new Set(made), count).map((one) => one.at.toString())

test('Every three weeks on Tuesday at ten stays at ten when clocks go back, and when they go forward.', () => {
  assert.deepEqual(next(rhythm('Europe/Rome'), '2026-10-07T00:00:00Z'), ['2026-10-27T09:00:00Z', '2026-11-17T09:00:00Z'])
  assert.deepEqual(next(rhythm('Europe/Rome', '2026-10-06'), '2026-10-05T00:00:00Z', [], 1), ['2026-10-06T08:00:00Z'])
  assert.deepEqual(next(rhythm('Europe/Rome'), '2027-03-10T00:00:00Z'), ['2027-03-23T09:00:00Z', '2027-04-13T08:00:00Z'])
})

test('Half and quarter hours off, and over the date line, a week is a week.', () => {
  assert.deepEqual(next(rhythm('Asia/Kabul'), '2026-10-07T00:00:00Z', [], 1), ['2026-10-27T05:30:00Z'])
  assert.deepEqual(next(rhythm('Asia/Kathmandu'), '2026-10-07T00:00:00Z', [], 1), ['2026-10-27T04:15:00Z'])
  assert.deepEqual(next(rhythm('Pacific/Kiritimati'), '2026-10-07T00:00:00Z', [], 1), ['2026-10-26T20:00:00Z'])
})

test('In the spring gap it is after it, on that day alone.', () => {
  const early = rhythm('Europe/Rome', '2027-03-21', 1, '02:30')
  assert.deepEqual(next(early, '2027-03-22T00:00:00Z'), ['2027-03-28T01:30:00Z', '2027-04-04T00:30:00Z'])
})

test('What was made, cancelled or not, is not made again; what has passed neither.', () => {
  assert.deepEqual(next(rhythm('UTC'), '2026-10-07T00:00:00Z', ['2026-10-27']), ['2026-11-17T10:00:00Z', '2026-12-08T10:00:00Z'])
})

test('Everywhere and always: the same time on the wall, whole weeks apart, in order, to come.', () => {
  const zones = ['Europe/Rome', 'America/New_York', 'Asia/Kabul', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(700),
      fc.integer({ min: 4, max: 23 }),
      (zone, weeks, day, hour) => {
        const of = rhythm(zone, '2026-01-06', weeks, `${String(hour).padStart(2, '0')}:15`)
        const now = at('2026-01-06T00:00:00Z').add({ hours: 24 * day })
        const found = nextOccurrences(of, now, new Set(), 3)
        return (
          found.length === 3 &&
          found.every((one, nth) => {
            const wall = one.at.toZonedDateTimeISO(zone)
            const days = of.firstDay.until(wall.toPlainDate(), { largestUnit: 'days' }).days
            const isAfter = nth === 0 || Temporal.Instant.compare(one.at, found[nth - 1]?.at ?? now) > 0
            return (
              wall.hour === hour && wall.minute === 15 && days % (weeks * 7) === 0 && isAfter && Temporal.Instant.compare(one.at, now) > 0
            )
          })
        )
      },
    ),
  )
})
