import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysIn, isSecondTime, isZone, offsetsIn, wallOf, wallSpans, zoneOr } from './zone.ts'

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const span = (from: string, until: string) => ({ from: ms(from), until: ms(until) })
const hours = 3_600_000

test('A zone is known by its name of today and by older ones; what never was, and an offset, is UTC.', () => {
  for (const name of ['Asia/Kabul', 'Asia/Rangoon', 'US/Pacific', 'Asia/Calcutta', 'UTC']) assert.ok(isZone(name), name)
  for (const name of ['', 'Mars/Olympus', '+04:30', 'Asia/Kabul\n', '../etc/passwd', 'x'.repeat(100)])
    assert.equal(zoneOr(name), 'UTC', name)
})

test('A year of a zone is as many lines as its clocks were changed, and one more.', () => {
  const year = span('2026-01-01T00:00Z', '2027-01-01T00:00Z')
  assert.deepEqual(
    offsetsIn('Europe/Berlin', year).map(({ ahead }) => ahead / hours),
    [1, 2, 1],
  )
  assert.deepEqual(
    offsetsIn('Asia/Kathmandu', year).map(({ ahead }) => ahead / hours),
    [5.75],
  )
})

test('A day that a zone left out, as Samoa did when it crossed the date line, has no time at all.', () => {
  const within = span('2011-12-29T00:00Z', '2012-01-01T00:00Z')
  const offsets = offsetsIn('Pacific/Apia', within)
  const { first, last } = daysIn(offsets, within)
  const lengths = Array.from({ length: last - first + 1 }, (_none, nth) =>
    wallSpans(offsets, first + nth, 0, 1_440).reduce((sum, { from, until }) => sum + (until - from) / hours, 0),
  )
  assert.deepEqual(lengths, [24, 24, 0, 24, 24].slice(0, lengths.length))
})

test('What the clocks show twice is told from what they show once.', () => {
  const offsets = offsetsIn('Europe/Berlin', span('2026-10-24T00:00Z', '2026-10-27T00:00Z'))
  const [first, second] = [ms('2026-10-25T00:30Z'), ms('2026-10-25T01:30Z')]
  assert.equal(wallOf(offsets, first), wallOf(offsets, second))
  assert.deepEqual(
    [isSecondTime(offsets, first), isSecondTime(offsets, second), isSecondTime(offsets, ms('2026-10-25T02:30Z'))],
    [false, true, false],
  )
})
