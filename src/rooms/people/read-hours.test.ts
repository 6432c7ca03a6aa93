import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDayHours, readHours } from './read-hours.ts'

const short = (text: string) =>
  readHours(text)
    ?.map(({ day, from, to }) => `${day}:${from / 60}-${to / 60}`)
    .join(' ') ?? null

const said: [string, string][] = [
  ['Mon 9-12', '1:9-12'],
  ['Mon-Wed 9-12; Thu 14:00-16:30', '1:9-12 2:9-12 3:9-12 4:14-16.5'],
  ['Mon, Wed and Fri 9-12, 14-16', '1:9-12 1:14-16 3:9-12 3:14-16 5:9-12 5:14-16'],
  ['Monday 9am-5pm', '1:9-17'],
  ['tuesdays from 2-4pm', '2:14-16'],
  ['Tue 9-5pm, Wed 12am-1am', '2:9-17 3:0-1'],
  ['Fri 20:00-24:00', '5:20-24'],
  ['Sat – Mon 9–12', '1:9-12 6:9-12 7:9-12'],
  ['every day 8-9', '1:8-9 2:8-9 3:8-9 4:8-9 5:8-9 6:8-9 7:8-9'],
  ['Mon 9-12; Mon 11-14', '1:9-14'],
  ['lundi au mercredi de 9h à 11h30', '1:9-11.5 2:9-11.5 3:9-11.5'],
  ['lunes y miércoles 9:00 a 11:00', '1:9-11 3:9-11'],
  ['الاثنين 9-12، الأربعاء 14-15', '1:9-12 3:14-15'],
  ['شنبه تا دوشنبه ۹-۱۲؛ سه‌شنبه ۱۴:۰۰ تا ۱۶:۳۰', '1:9-12 2:14-16.5 6:9-12 7:9-12'],
  ['چهار شنبه و پنج‌شنبه ۸:۰۰-۱۰:۰۰', '3:8-10 4:8-10'],
  ['Mon 9-12\nTue 9-12', '1:9-12 2:9-12'],
]
for (const [text, spans] of said) test(`Free hours are read: ${JSON.stringify(text)}.`, () => assert.equal(short(text), spans))

for (const text of [
  'mornings',
  'Mon',
  '9-12',
  'Mon 9',
  'Mon 12-9',
  'Mon 9-25',
  'Mon 9:75-10',
  'Mon 24:01-24:02',
  'Foo 9-12',
  'Mon 9-12 or so',
  'Mon 22:00-02:00',
  '1,5',
]) {
  test(`Not free hours, and not guessed at: ${JSON.stringify(text)}.`, () => assert.equal(readHours(text), null))
}

test('Whatever the text, hours end after they begin and stay within their day.', () => {
  const bits = fc.constantFrom('Mon', '-', 'Fri', ' ', '9', '12', ':30', 'pm', ',', ';', 'شنبه', '۸', ' to ', 'h')
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
      for (const { from, to } of readHours(parts.join('')) ?? []) assert.ok(0 <= from && from < to && to <= 1440)
    }),
  )
})

test('Hours of one day need no name of a day, and take none.', () => {
  assert.deepEqual(readDayHours('9-12, 14:00-16:30'), [
    { from: 540, to: 720 },
    { from: 840, to: 990 },
  ])
  assert.deepEqual(readDayHours('۲۰:۰۰ تا ۲۴:۰۰'), [{ from: 1_200, to: 1_440 }])
  for (const text of ['', 'Tue 9-12', '9-12; Fri 9-12', 'all day', '12-9', '9-25']) assert.equal(readDayHours(text), null, text)
})
