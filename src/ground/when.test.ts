import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, endOfWorkingDay, sayAgo, sayBy, sayDay, sayInstant, sayNearDay, sayShortDay, sayUtc, sayWeekday } from './when.ts'
import { type Calendar, type Language, sayTo } from './words.ts'

const to = (language: Language, calendar: Calendar, zone = 'Asia/Kabul') => sayTo({ language, calendar, zone })
const english = to('en', 'gregory')
const dari = to('fa-AF', 'persian')
const day = (iso: string) => Temporal.PlainDate.from(iso)
const at = (iso: string) => Temporal.Instant.from(iso)
const monday = day('2026-11-23')

test('A date is put together in the reader’s language, calendar and digits.', () => {
  assert.equal(sayWeekday(english, monday), 'Monday 23 November 2026')
  assert.equal(sayWeekday(dari, monday), 'دوشنبه ۲ قوس ۱۴۰۵')
  assert.equal(sayWeekday(to('en', 'persian'), monday), 'Monday 2 Qaws 1405')
  assert.equal(sayWeekday(to('fa-AF', 'gregory'), monday), 'دوشنبه ۲۳ نومبر ۲۰۲۶')
  assert.equal(sayDay(dari, monday), '۲ قوس ۱۴۰۵')
  assert.equal(sayNearDay(english, day('2026-11-26')), 'Thursday 26 November')
  assert.equal(sayNearDay(dari, day('2026-11-26')), 'پنجشنبه ۵ قوس')
  assert.equal(sayShortDay(english, monday), '23 Nov 2026')
  assert.equal(sayShortDay(dari, monday), '۲ قوس ۱۴۰۵')
})

test('A lunar date in full says that the moon may move it.', () => {
  assert.equal(sayWeekday(to('en', 'islamic-umalqura'), day('2027-02-08')), 'Monday 1 Ramadan 1448 (±1 day)')
  assert.equal(sayWeekday(to('fa-AF', 'islamic-umalqura'), day('2027-02-08')), 'دوشنبه ۱ رمضان ۱۴۴۸ (±۱ روز)')
})

test('A moment is told by the reader’s own clock, and exactly in UTC.', () => {
  const moment = at('2026-11-22T20:00:30Z')
  assert.equal(sayInstant(english, moment), 'Monday 23 November 2026, 00:30')
  assert.equal(sayInstant(dari, moment), 'دوشنبه ۲ قوس ۱۴۰۵، ۰۰:۳۰')
  assert.equal(sayInstant(to('en', 'gregory', 'Europe/Rome'), moment), 'Sunday 22 November 2026, 21:00')
  assert.equal(sayUtc(moment), '2026-11-22 20:00 UTC')
})

test('How long ago counts the days of the reader’s zone, and within a day the clock.', () => {
  const now = at('2026-11-23T10:00:00Z')
  const ago = (iso: string) => [sayAgo(english, at(iso), now), sayAgo(dari, at(iso), now)]
  assert.deepEqual(ago('2026-11-20T19:00:00Z'), ['3 days ago', '۳ روز پیش'], 'Friday evening in UTC is Friday night in Kabul')
  assert.deepEqual(ago('2026-11-20T19:31:00Z'), ['2 days ago', 'پریروز'], 'a minute past midnight in Kabul')
  assert.deepEqual(ago('2026-11-22T10:00:00Z'), ['yesterday', 'دیروز'])
  assert.deepEqual(ago('2026-11-25T10:00:00Z'), ['in 2 days', 'پس‌فردا'])
  assert.deepEqual(ago('2026-11-23T07:10:00Z'), ['2 hours ago', '۲ ساعت پیش'])
  assert.deepEqual(ago('2026-11-23T10:41:00Z'), ['in 41 minutes', '۴۱ دقیقه بعد'])
  assert.deepEqual(ago('2026-11-23T09:59:30Z'), ['just now', 'همین اکنون'])
})

test('A deadline leaves the year out while it goes without saying.', () => {
  assert.equal(sayBy(english, day('2026-11-26'), monday), 'by Thursday 26 November')
  assert.equal(sayBy(dari, day('2026-11-26'), monday), 'تا پنجشنبه ۵ قوس')
  assert.equal(sayBy(english, day('2027-01-04'), monday), 'by Monday 4 January 2027')
  assert.equal(sayBy(dari, day('2027-01-04'), monday), 'تا دوشنبه ۱۴ جدی', 'the solar year runs on in January')
})

test('Working days step over the rest days of the programme.', () => {
  const kabul = [5]
  const office = [4, 5]
  assert.equal(addWorkingDays(day('2026-11-25'), 2, kabul).toString(), '2026-11-28', 'Wednesday, Thursday, not Friday, Saturday')
  assert.equal(addWorkingDays(day('2026-11-25'), 2, office).toString(), '2026-11-29')
  assert.equal(addWorkingDays(day('2026-11-27'), 0, kabul).toString(), '2026-11-27')
  assert.equal(addWorkingDays(day('2026-11-27'), 1, [6, 7]).toString(), '2026-11-30')
  assert.equal(addWorkingDays(day('2026-11-23'), 3, []).toString(), '2026-11-26')
  assert.throws(() => addWorkingDays(monday, 1, [1, 2, 3, 4, 5, 6, 7]), /without a working day/)
  assert.throws(() => addWorkingDays(monday, -1, []), /working days/)
  assert.throws(() => addWorkingDays(monday, 1.5, []), /working days/)
})

test('A working day ends at its midnight in the zone, also where the clocks change.', () => {
  assert.equal(endOfWorkingDay(at('2026-11-23T10:00:00Z'), 2, [5], 'Asia/Kabul').toString(), '2026-11-25T19:30:00Z')
  assert.equal(endOfWorkingDay(at('2026-03-27T10:00:00Z'), 1, [6, 7], 'Europe/Rome').toString(), '2026-03-30T22:00:00Z')
})
