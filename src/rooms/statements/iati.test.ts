import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Activity, iatiXml, withoutSmall } from './iati.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const money = { currency: 'AFN', minorDigits: 2 }
const activity: Activity = {
  identifier: 'XM-1-bank',
  reporting: { ref: 'XM-1', type: '22', name: 'Meridian & Sons <HQ>' },
  title: 'Coaching "pilot"',
  description: 'Hours\u0000 for bakers',
  funders: ['Nordlys'],
  ...{ starts: day('2026-03-21'), ends: day('2027-03-20'), today: day('2026-11-23'), country: 'AF', currency: 'AFN' },
  at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  transactions: [
    { type: '13', day: day('2026-03-01'), amount: 700_000n, currency: 'USD', minorDigits: 2, provider: 'Nordlys' },
    { type: '4', day: day('2026-06-30'), amount: 45_570_000n, ...money, provider: null },
  ],
  plans: [{ day: day('2026-11-05'), amount: 300_000n, currency: 'USD', minorDigits: 2, provider: 'Nordlys' }],
}

test('An activity has the elements of the standard in its order, its texts escaped, money in full digits.', () => {
  const xml = iatiXml(activity)
  const order = [...xml.matchAll(/^<([a-z-]+)/gm)].map((match) => match[1])
  assert.deepEqual(order, [
    ...[
      'iati-activities',
      'iati-activity',
      'iati-identifier',
      'reporting-org',
      'title',
      'description',
      'participating-org',
      'participating-org',
    ],
    ...['activity-status', 'activity-date', 'activity-date', 'recipient-country', 'sector', 'default-flow-type', 'default-finance-type'],
    ...['default-aid-type', 'planned-disbursement', 'transaction', 'transaction'],
  ])
  assert.match(xml, /<narrative>Meridian &amp; Sons &lt;HQ&gt;<\/narrative>/)
  assert.match(xml, /<narrative>Hours for bakers<\/narrative>/)
  assert.match(xml, /<transaction-type code="4"><\/transaction-type>.*<value currency="AFN" value-date="2026-06-30">455700.00<\/value>/)
  assert.ok(!xml.includes('receiver-org'), 'nobody who was paid is named')
})

test('A programme that is to come, runs or is over says so by the standard’s codes.', () => {
  const status = (today: string) => /activity-status code="(\d)"/.exec(iatiXml({ ...activity, today: day(today) }))?.[1]
  assert.deepEqual(['2026-01-01', '2026-11-23', '2027-04-01'].map(status), ['1', '2', '4'])
})

const month = (nth: number, meetings: number) => ({ month: day(`2026-0${nth}-01`), amount: BigInt(meetings) * 100n, meetings })
const toldOn = (today: string, ...months: ReturnType<typeof month>[]) =>
  withoutSmall(months, { least: 5, today: day(today) }).map(({ month: of, meetings }) => [of.month, meetings])

test('Months of few meetings are put together with the next; a rest waits, and what was told once stays as it was told.', () => {
  const months = [month(1, 2), month(2, 1), month(3, 4), month(4, 9), month(5, 1)]
  const told = [
    [3, 7],
    [4, 9],
  ]
  assert.deepEqual(toldOn('2026-06-10', ...months), told)
  assert.deepEqual(toldOn('2026-07-10', ...months, month(6, 4)), [...told, [6, 5]])
  assert.deepEqual(toldOn('2026-06-10', month(1, 4)), [], 'too few in all are told in no month')
})

test('A month is told when it is over, so that no sum is of a day to come.', () => {
  assert.deepEqual(toldOn('2026-04-30', month(4, 9)), [])
  assert.deepEqual(toldOn('2026-05-01', month(4, 9)), [[4, 9]])
})
