import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type CalendarEvent, feedFile, invitationFile, organisedBy } from './calendar-file.ts'
import { plainText } from './calendar-lines.ts'

const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
const amina = { name: 'Amina', address: 'amina@example.org', answer: null }
const meeting = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '5f1c@lampline',
  sequence: 1_000,
  startsAt: Temporal.Instant.from('2026-11-24T05:30:00Z'),
  minutes: 45,
  zone: 'Asia/Kabul',
  title: 'Mentoring meeting with Farid',
  changedAt: now,
  ...more,
})
const from = { name: 'Lampline', address: 'lampline@example.org' }
const invited = (event: CalendarEvent, guest = amina) =>
  organisedBy(invitationFile('REQUEST', event, guest, now), from, 'https://mentoring.example.org')
const read = (file: string) => new ICAL.Component(ICAL.parse(file) as never)
const eventsOf = (file: string) => read(file).getAllSubcomponents('vevent')
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

/** The moments of an event by the file alone, as a program reads them that knows no zone but those described there. */
function momentsOf(file: string, nth = 0): [number, number] {
  const calendar = read(file)
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const event = read(file).getAllSubcomponents('vevent')[nth] ?? assert.fail('no event')
  const moment = (name: string) => (event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>).toUnixTime()
  return [moment('dtstart'), moment('dtend')]
}
const seconds = (at: Temporal.Instant) => at.epochMilliseconds / 1_000
const momentsMeant = ({ startsAt, minutes }: CalendarEvent) => [seconds(startsAt), seconds(startsAt.add({ minutes }))]

test('An invitation asks one guest, by the house, in the meeting’s own zone.', () => {
  assert.deepEqual(
    linesOf(invited(meeting({ place: 'https://meet.example.org/a;b,c', page: '/meetings/31', words: 'Two\nlines:\n/meetings/31' }))),
    [
      ...['BEGIN:VCALENDAR', 'PRODID:-//Lampline//Lampline//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST'],
      ...['BEGIN:VTIMEZONE', 'TZID:Asia/Kabul', 'X-LIC-LOCATION:Asia/Kabul', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0430', 'TZOFFSETTO:+0430', 'TZNAME:+0430', 'END:STANDARD', 'END:VTIMEZONE'],
      ...['BEGIN:VEVENT', 'UID:5f1c@lampline', 'DTSTAMP:20261123T080000Z', 'SEQUENCE:1000', 'STATUS:CONFIRMED'],
      'ATTENDEE;CN="Amina";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:amina@example.org',
      ...['DTSTART;TZID=Asia/Kabul:20261124T100000', 'DTEND;TZID=Asia/Kabul:20261124T104500', 'SUMMARY:Mentoring meeting with Farid'],
      'DESCRIPTION:Two\\nlines:\\nhttps://mentoring.example.org/meetings/31',
      ...['LOCATION:https://meet.example.org/a\\;b\\,c', 'URL:https://mentoring.example.org/meetings/31'],
      ...['LAST-MODIFIED:20261123T080000Z', 'CLASS:PRIVATE', 'TRANSP:OPAQUE', 'ORGANIZER;CN="Lampline":mailto:lampline@example.org'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ],
  )
})

test('A cancellation has the same name, a higher sequence, and says so twice, as programs look in different places.', () => {
  const lines = linesOf(invitationFile('CANCEL', meeting({ sequence: 1_999 }), amina, now))
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:5f1c@lampline', 'SEQUENCE:1999']) assert.ok(lines.includes(line), line)
})

test('A guest who has answered is asked with that answer.', () => {
  assert.match(invited(meeting(), { ...amina, answer: 'accepted' } as never).replaceAll('\r\n ', ''), /PARTSTAT=ACCEPTED;RSVP=TRUE/)
})

test('A feed has a name, is read every hour, and names no address.', () => {
  const file = feedFile('Lampline', [meeting(), meeting({ uid: 'b@lampline', zone: 'Europe/Berlin' })])
  for (const line of ['METHOD:PUBLISH', 'X-WR-CALNAME:Lampline', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'])
    assert.ok(linesOf(file).includes(line))
  assert.doesNotMatch(file, /ATTENDEE|ORGANIZER|mailto/)
  assert.equal(eventsOf(file).length, 2)
  assert.deepEqual(eventsOf(feedFile('Lampline', [])), [])
})

test('A yearly summer time is described by the one change there and the one back.', () => {
  const file = invited(meeting({ zone: 'Europe/Berlin', startsAt: Temporal.Instant.from('2027-07-06T08:00:00Z') }))
  const about = linesOf(file)
  const zone = about.slice(about.indexOf('BEGIN:VTIMEZONE'), about.indexOf('END:VTIMEZONE'))
  assert.deepEqual(
    zone.filter((line) => /^(BEGIN|DTSTART|RRULE|TZOFFSETTO)/.test(line)),
    [
      ...['BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'DTSTART:20261025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETTO:+0100'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETTO:+0200'],
    ],
  )
})

test('What no description is right for is said in UTC: times that the wall shows twice, and UTC itself.', () => {
  const [first, second] = ['00:30', '01:30'].map((clock) =>
    meeting({ zone: 'Europe/Berlin', startsAt: Temporal.Instant.from(`2026-10-25T${clock}Z`) }),
  )
  assert.ok(first && second)
  for (const event of [first, second, meeting({ zone: 'UTC' })]) {
    assert.doesNotMatch(invited(event), /TZID/)
    assert.deepEqual(momentsOf(invited(event)), momentsMeant(event))
  }
})

const zones = Intl.supportedValuesOf('timeZone')
const anyZone = fc.constantFrom(...zones)
const anyInstant = fc
  .integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2032, 0) / 60_000 })
  .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000))
/** Within a few hours of when the clocks of a zone change. */
const nearChange = fc.tuple(anyZone, anyInstant, fc.integer({ min: -240, max: 240 })).map(([zone, at, minutes]) => {
  const change = at.toZonedDateTimeISO(zone).getTimeZoneTransition('next') ?? at.toZonedDateTimeISO(zone)
  return { zone, startsAt: (change.year < 2040 ? change.toInstant() : at).add({ minutes }) }
})
const anyTime = fc.oneof(fc.record({ zone: anyZone, startsAt: anyInstant }), nearChange)

test('Every time parses back to the same moment, in every zone and about every change of clocks, by the file alone.', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 5, max: 480 }), (time, minutes) => {
      const event = meeting({ ...time, minutes })
      assert.deepEqual(momentsOf(invited(event)), momentsMeant(event))
    }),
    { numRuns: 1_000 },
  )
})

test('A feed over several years and zones parses back to the same moments.', () => {
  fc.assert(
    fc.property(fc.array(anyTime, { minLength: 1, maxLength: 12 }), (times) => {
      const events = times.map((time, nth) => meeting({ ...time, uid: `${nth}@lampline` }))
      const file = feedFile('Lampline', events)
      for (const [nth, event] of events.entries()) assert.deepEqual(momentsOf(file, nth), momentsMeant(event))
    }),
    { numRuns: 100 },
  )
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'Amina\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM',
    'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:other',
    'a\rATTENDEE:mailto:other@example.org',
    'a\u2028DTSTART:20300101T000000Z\u0085\u000bUID:2\u000cUID:3',
    'semi;colon,comma\\back\\nslash:colon"quote"',
    '";PARTSTAT=ACCEPTED:mailto:other@example.org\r\nX:"',
    `${'امینه '.repeat(30)}😀`.repeat(3),
    '\ud800 lone',
    'x^nUID:9^',
    '=1+1',
  ),
)

test('Every kind of line break is one, and what no program shows is left out.', () => {
  assert.equal(plainText('a\r\nb\rc\u2028d\u0085e\u2029f\u000bg\u0000h\ti\u001bj'), 'a\nb\nc\nd\ne\nfgh\tij')
  assert.equal(plainText('😀'.repeat(9), 3), '😀'.repeat(3))
  assert.equal(plainText('\ud800x'), '\ufffdx')
})

test('Hostile text in any field adds no property, and parses back to the same text.', () => {
  fc.assert(
    fc.property(fc.tuple(hostile, hostile, hostile, hostile, hostile), ([title, words, place, name, address]) => {
      const event = meeting({ title, words: `w${words}`, place: `p${place}` })
      const guest = { name: `n${name}`, address: `a${address}`, answer: null }
      const file = organisedBy(invitationFile('REQUEST', event, guest, now), { name: `o${name}`, address }, 'https://m.example')
      const [only, ...others] = eventsOf(file)
      assert.ok(only && others.length === 0)
      assert.deepEqual(only.getAllSubcomponents(), [])
      const plain = ['uid', 'dtstamp', 'sequence', 'status', 'attendee', 'dtstart', 'dtend', 'summary', 'description', 'location']
      assert.deepEqual(
        only.getAllProperties().map((one) => one.name),
        [...plain, 'last-modified', 'class', 'transp', 'organizer'],
      )
      assert.equal(only.getFirstPropertyValue('summary'), plainText(title, 300))
      assert.equal(only.getFirstPropertyValue('description'), plainText(`w${words}`))
      assert.equal(only.getFirstPropertyValue('location'), plainText(`p${place}`, 500))
      const attendee = only.getFirstProperty('attendee') ?? assert.fail('no attendee')
      const called = plainText(`n${name}`, 200)
        .replace(/[\n\t]/g, ' ')
        .replaceAll('"', '’')
        .replace(/[\\^]/g, '')
      assert.deepEqual([attendee.getFirstParameter('cn'), attendee.getFirstParameter('partstat')], [called, 'NEEDS-ACTION'])
      const named = feedFile(title, [event])
      const unescaped = String(read(named).getFirstPropertyValue('x-wr-calname')).replace(/\\(.)/g, (_all, char) =>
        char === 'n' ? '\n' : char,
      )
      assert.equal(unescaped, plainText(title))
    }),
    { numRuns: 500 },
  )
})

test('No line is longer than 75 octets, and none is broken within a letter.', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, place) => {
      const file = invited(meeting({ title, place: `${place} ${'رهنما '.repeat(40)}` }), { ...amina, name: title })
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
      assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]|\ufffd(?!)/)
      assert.equal(Buffer.from(file).toString(), file)
    }),
    { numRuns: 300 },
  )
})
