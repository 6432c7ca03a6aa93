import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDate } from './calendar.ts'
import { monthNames } from './month-names.ts'
import { sayDay, sayShortDay, sayWeekday } from './when.ts'
import { type Calendar, calendars, type Language, languages } from './words.ts'

const read = (text: string, reads?: Calendar) => readDate(text, reads)?.toString() ?? null

test('The solar year begins, ends and leaps on the days that Afghanistan prints.', () => {
  const vectors: Record<string, string | null> = {
    '1 Hamal 1405': '2026-03-21',
    '29 Hut 1405': '2027-03-20',
    '30 Hut 1405': null,
    '1 Hamal 1406': '2027-03-21',
    '30 Hut 1403': '2025-03-20',
    '1 Hamal 1404': '2025-03-21',
    '30 Hut 1408': '2030-03-20',
  }
  for (const [text, iso] of Object.entries(vectors)) assert.equal(read(text), iso, text)
  for (const year of [1403, 1408, 1412, 1416, 1420]) assert.notEqual(read(`30 Hut ${year}`), null, `${year} leaps`)
  for (const year of [1404, 1405, 1406, 1407, 1409]) assert.equal(read(`30 Hut ${year}`), null, `${year} does not`)
})

test('The solar months stand in their order, in English, Dari and Pashto.', () => {
  const firsts = '03-21 04-21 05-22 06-22 07-23 08-23 09-23 10-23 11-22 12-22 01-21 02-20'.split(' ')
  const lists = [
    'Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut',
    'حمل ثور جوزا سرطان اسد سنبلهٔ میزان عقرب قوس جدی دلو حوت',
    'وری غویی غبرگولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب',
  ]
  for (const names of lists) {
    for (const [at, name] of names.split(' ').entries())
      assert.equal(read(`1 ${name} 1405`), `${at < 10 ? 2026 : 2027}-${firsts[at]}`, name)
  }
})

test('The lunar year follows umm al-Qura.', () => {
  assert.equal(read('1 Ramadan 1448'), '2027-02-08')
  assert.equal(read('1 Shawwal 1448'), '2027-03-09')
  assert.equal(read('10 Dhu al-Hijja 1447'), '2026-05-27')
  assert.equal(read('۱۰ ذی الحجه ۱۴۴۷'), '2026-05-27')
  assert.equal(read('1448-09-01'), '2027-02-08', 'a Hijri year so high is the moon’s')
})

test('One day is read in every way that people type it.', () => {
  const ways = [
    ...['2 Qaws 1405', '2 qaus 1405', 'Qaws 2, 1405', '02-Qaws-1405', 'Monday 2 Qaws 1405', '1405 Qaws 2', '2 Azar 1405'],
    ...['۲ قوس ۱۴۰۵', '٢ قوس ١٤٠٥', 'دوشنبه، ۲ قوس ۱۴۰۵', '۲ لیندۍ ۱۴۰۵', '۲ ليندۍ ۱۴۰۵', '۱۴۰۵/۹/۲', '1405-09-02', '2/9/1405', '2.9.1405'],
    ...['2026-11-23', '2026/11/23', '23/11/2026', '23.11.2026', '۲۳/۱۱/۲۰۲۶', '23 Nov 2026', '23 November 2026', 'Nov 23rd, 2026'],
    ...['Mon 23 Nov 2026', '  23  nov.  2026 ', '23-Nov-2026', '۲۳ نومبر ۲۰۲۶', '23 نوامبر 2026', '\u200f23/11/2026'],
  ]
  for (const way of ways) assert.equal(read(way), '2026-11-23', way)
})

test('Numbers alone are day first, and a Hijri year is read in the calendar of who wrote it.', () => {
  assert.equal(read('3/4/2026'), '2026-04-03')
  assert.equal(read('11/23/2026'), null, 'no guess at the American order')
  assert.equal(read('1405-09-01', 'persian'), '2026-11-22')
  assert.equal(read('1405-09-01', 'islamic-umalqura'), '1985-05-21')
})

test('What is no date, or leaves a doubt, is not read.', () => {
  const not = [
    ...['', ' ', '2 Qaws', '2 Qaws 05', '23/11/26', '0 Qaws 1405', '32 Nov 2026', '31 Nov 2026', '2026-13-01', '29 Feb 2027', '2 Foo 1405'],
    ...['2 Qaws 1405 2', '2 Qaws Jadi 1405', '12026-01-01', '99 1405 Qaws', 'yesterday', '2026-11-23T10:00', '<b>2 Qaws 1405', '1/1/0001'],
    ...['2 Qaws 1405'.padEnd(61, ' '), '1 Hamal 9999', '1-1-1700'],
  ]
  for (const text of not) assert.equal(read(text), null, JSON.stringify(text))
})

test('Whatever is typed is answered with a date or a null.', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...calendars), (text, calendar) => {
      const date = readDate(text, calendar)
      assert(date === null || date.calendarId === 'iso8601')
    }),
  )
})

test('A date that we write is a date that we read, in every language and calendar.', () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('1910-01-01').add({ days }))
  fc.assert(
    fc.property(day, fc.constantFrom(...calendars), fc.constantFrom(...languages), (date, calendar, language) => {
      const reader = { language, calendar, zone: 'UTC' }
      assert.equal(read(sayDay(reader, date)), date.toString())
      assert.equal(read(sayShortDay(reader, date)), date.toString())
      if (calendar !== 'islamic-umalqura') assert.equal(read(sayWeekday(reader, date)), date.toString())
    }),
  )
})

test('Every calendar has twelve months, each with a name of its own.', () => {
  for (const calendar of calendars) {
    for (const language of languages satisfies readonly Language[]) assert.equal(new Set(monthNames[calendar][language]).size, 12)
  }
})
