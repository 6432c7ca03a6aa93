import assert from 'node:assert/strict'
import { test } from 'node:test'
import { busyTimes } from './busy-times.ts'
import { busy, event, google, told, week, within } from './ics.testing.ts'

test('A calendar as Google writes it: rules, a moved occurrence, whole days that are marked as busy, in the owner’s zone.', () => {
  assert.deepEqual(told(busyTimes(google, 'Asia/Kabul', week)), [
    '2026-11-23T05:30Z 2026-11-23T06Z',
    '2026-11-23T09Z 2026-11-23T10Z',
    '2026-11-25T09:30Z 2026-11-25T10Z',
    '2026-11-26T19:30Z 2026-11-27T19:30Z',
  ])
})

test('A calendar as Outlook writes it: zones by the names of Windows, and what it says of the time before what others would.', () => {
  const mark = (status: string) => `X-MICROSOFT-CDO-BUSYSTATUS:${status}`
  const at = (day: number) => [
    `DTSTART;TZID=W. Europe Standard Time:202611${day}T090000`,
    `DTEND;TZID="W. Europe Standard Time":202611${day}T100000`,
  ]
  const lines = [
    ...[
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
    ],
    ...[
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
    ],
    ...['TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ...event('UID:1', ...at(23), mark('BUSY'), 'TRANSP:OPAQUE'),
    ...event('UID:2', ...at(24), mark('FREE'), 'TRANSP:TRANSPARENT'),
    ...event('UID:3', ...at(25), mark('TENTATIVE')),
    ...event('UID:4', ...at(26), mark('WORKINGELSEWHERE')),
    ...event('UID:5', 'DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261128', mark('OOF')),
    ...event('UID:6', 'DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261129'),
  ]
  assert.deepEqual(busy(lines), ['2026-11-23T08Z 2026-11-23T09Z', '2026-11-25T08Z 2026-11-25T09Z', '2026-11-27T00Z 2026-11-28T00Z'])
})

test('A calendar as Apple writes it: durations, exceptions, a last day in UTC, folded lines and floating times.', () => {
  const lines = [
    ...event('UID:1', 'DTSTART;TZID=America/New_York:20261123T080000', 'DURATION:PT1H30M', 'SUMMARY:A long title that ', ' goes on'),
    ...event('UID:2', 'DTSTART:20261124T120000', 'DTEND:20261124T130000'),
    ...event(
      ...['UID:3', 'DTSTART;TZID=Europe/London:20261101T090000', 'DTEND;TZID=Europe/London:20261101T093000'],
      ...[
        'RRULE:FREQ=DAILY;UNTIL=20261127T090000Z',
        'EXDATE;TZID=Europe/London:20261124T090000,20261126T090000',
        'EXDATE;VALUE=DATE:20261125',
      ],
      'RDATE;TZID=Europe/London:20261128T180000',
    ),
  ]
  assert.deepEqual(busy(lines, 'Asia/Kathmandu'), [
    '2026-11-23T09Z 2026-11-23T09:30Z',
    '2026-11-23T13Z 2026-11-23T14:30Z',
    '2026-11-24T06:15Z 2026-11-24T07:15Z',
    '2026-11-27T09Z 2026-11-27T09:30Z',
    '2026-11-28T18Z 2026-11-28T18:30Z',
  ])
})

test('A rule keeps its time on the wall over both changes of clocks; what the spring gap leaves out is an hour later.', () => {
  const daily = (start: string, rule: string) => event('UID:1', `DTSTART;TZID=Europe/Berlin:${start}`, 'DURATION:PT30M', `RRULE:${rule}`)
  assert.deepEqual(
    busy(daily('20260101T090000', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'), 'UTC', within('2026-10-15T00:00Z', '2026-11-14T00:00Z')),
    ['2026-10-23T07Z 2026-10-23T07:30Z', '2026-11-06T08Z 2026-11-06T08:30Z'],
  )
  assert.deepEqual(busy(daily('20200101T023000', 'FREQ=DAILY'), 'UTC', within('2027-03-27T00:00Z', '2027-03-30T00:00Z')), [
    '2027-03-27T01:30Z 2027-03-27T02Z',
    '2027-03-28T01:30Z 2027-03-28T02Z',
    '2027-03-29T00:30Z 2027-03-29T01Z',
  ])
})

test('A zone that only the file knows is reckoned as the file tells it; one that nobody knows is the owner’s.', () => {
  const zone = (rule: string) => [
    ...[
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0645',
      'TZOFFSETTO:+0545',
    ],
    ...[rule, 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0545', 'TZOFFSETTO:+0645'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ]
  const at = (name: string) => event('UID:1', `DTSTART;TZID=${name}:20261123T120000`, 'DURATION:PT1H')
  assert.deepEqual(busy([...zone('RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'), ...at('Customized Time Zone')]), [
    '2026-11-23T06:15Z 2026-11-23T07:15Z',
  ])
  assert.deepEqual(busy(at('Mars/Olympus'), 'Asia/Kabul'), ['2026-11-23T07:30Z 2026-11-23T08:30Z'])
  assert.deepEqual(busy(at('/freeassociation.sourceforge.net/Asia/Kabul')), ['2026-11-23T07:30Z 2026-11-23T08:30Z'])
  // Changes every second would keep the reader reckoning: such a zone is as good as unknown.
  assert.deepEqual(busy([...zone('RRULE:FREQ=SECONDLY'), ...at('Customized Time Zone')], 'Asia/Kabul'), [
    '2026-11-23T07:30Z 2026-11-23T08:30Z',
  ])
})

test('A free-busy table is read too, and spans that overlap are one.', () => {
  const lines = ['BEGIN:VFREEBUSY', 'FREEBUSY;FBTYPE=BUSY:20261123T100000Z/20261123T110000Z,20261123T103000Z/PT1H']
  assert.deepEqual(busy([...lines, 'FREEBUSY;FBTYPE=FREE:20261124T100000Z/PT1H', 'END:VFREEBUSY']), ['2026-11-23T10Z 2026-11-23T11:30Z'])
})
