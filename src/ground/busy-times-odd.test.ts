import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { busyTimes } from './busy-times.ts'
import { busy, calendar, event, google, week } from './ics.testing.ts'
import { Refusal } from './refusal.ts'

const refused = (text: string, reason: string) =>
  assert.throws(
    () => busyTimes(text, 'UTC', week),
    (error) => error instanceof Refusal && error.reason === reason,
  )

test('What never ends, or comes every second, is refused by name, and soon.', () => {
  const rule = (text: string) => calendar(...event('UID:1', 'DTSTART:20260101T090000Z', 'DURATION:PT1M', `RRULE:${text}`))
  const begun = performance.now()
  for (const text of ['FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=SECONDLY;COUNT=100000000']) {
    refused(rule(text), 'feeds.tooMany')
  }
  assert.ok(performance.now() - begun < 5_000, `${performance.now() - begun} ms`)
  assert.equal(busyTimes(rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 'UTC', week).length, 0)
  assert.equal(busyTimes(rule('FREQ=WEEKLY'), 'UTC', week).length, 1)
})

test('What is no calendar, or cut short, or too big, is refused by name.', () => {
  for (const text of [
    '',
    'hello',
    '<!doctype html><title>Sign in</title>',
    google.slice(0, google.length / 2),
    'BEGIN:VCALENDAR\r\n\u0000\r\nEND:VCALENDAR',
  ]) {
    refused(text, 'feeds.notCalendar')
  }
  refused(calendar(...event('UID:1', 'DTSTART:yesterday', 'DTEND:tomorrow')), 'feeds.notCalendar')
  refused(calendar(...event('UID:1', 'DTSTART:20261123T090000Z', 'RRULE:FREQ=SOMETIMES')), 'feeds.notCalendar')
  refused(calendar(...Array.from({ length: 20_001 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT')), 'feeds.tooMany')
  refused(`BEGIN:VCALENDAR\r\n${' '.repeat(2_000_000)}`, 'feeds.tooBig')
  assert.deepEqual(busy([]), [])
})

test('Whatever a server answers, it is spans of the time asked for, or a refusal by name; never a fault, never a word of the text.', () => {
  const cut = fc.record({
    at: fc.nat(google.length),
    length: fc.nat(40),
    put: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('\r\n', ';', ':', 'BYDAY=9XX')),
  })
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
      const text = cuts.reduce((whole, { at, length, put }) => whole.slice(0, at) + put + whole.slice(at + length), google)
      try {
        for (const { from, until } of busyTimes(text, 'Asia/Kabul', week))
          assert.ok(week.from <= from && from < until && until <= week.until)
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error))
      }
    }),
    { numRuns: 2_000 },
  )
})
