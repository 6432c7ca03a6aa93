import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FreeSpan } from '#people/person'
import type { PersonHours } from './free-spans.ts'
import { common, everyDay, fortnight, iso, ms, person, quarterMs, wall, within } from './times.testing.ts'

test('Times that suit both begin on the full hour, one a day before a second on any, and two a day at most.', () => {
  const [kabul, geneva] = [person('Asia/Kabul'), person('Europe/Zurich')]
  const times = common([geneva, kabul], fortnight)
  const days = Map.groupBy(times, (at) => wall('Europe/Zurich', at).toPlainDate().toString())
  assert.equal(days.size, 10)
  assert.ok([...days.values()].every((day) => day.length <= 2))
  // Nine to five in both is 09:00 to 13:30 in Geneva, where the clock of Kabul is three and a half hours ahead.
  assert.deepEqual(times.slice(0, 2).map(iso), ['2026-11-23T08:00Z', '2026-11-23T11:00Z'])
  assert.deepEqual(
    common([geneva, kabul], fortnight, 60, 3).map((at) => wall('Europe/Zurich', at).day),
    [23, 24, 25],
  )
})

test('Away takes whole days, extra hours add to one, and what keeps somebody busy is left out.', () => {
  const monday = Temporal.PlainDate.from('2026-11-23')
  const away = { kind: 'away', from: monday, to: monday.add({ days: 3 }), fromMinutes: null, toMinutes: null } as const
  const extra = { kind: 'extra', from: monday.add({ days: 1 }), to: monday.add({ days: 1 }), fromMinutes: 600, toMinutes: 690 } as const
  const one = person('Asia/Kabul', undefined, { exceptions: [away, extra], busy: [within('2026-11-27T04:00Z', '2026-11-27T11:30Z')] })
  const times = common([one], within('2026-11-22T19:30Z', '2026-11-28T19:30Z'))
  // 10:00 of the extra hours in Kabul; on Friday an hour is left after 16:00.
  assert.deepEqual(times.map(iso), ['2026-11-24T05:30Z', '2026-11-27T11:30Z'])
})

test('A time that the spring gap leaves out is not offered, and one that comes twice is offered once.', () => {
  const night = person('Europe/Berlin', everyDay(120, 180))
  const spring = common([night], within('2027-03-27T00:00Z', '2027-03-30T00:00Z'), 30)
  assert.deepEqual([...new Set(spring.map((at) => wall('Europe/Berlin', at).toPlainDate().toString()))], ['2027-03-27', '2027-03-29'])
  const autumn = common([night], within('2026-10-24T22:00Z', '2026-10-25T22:00Z'), 30)
  assert.deepEqual(autumn.map(iso), ['2026-10-25T00:00Z'])
  const first = { ...night, busy: [within('2026-10-25T00:00Z', '2026-10-25T01:00Z')] }
  assert.deepEqual(common([first], within('2026-10-24T22:00Z', '2026-10-25T22:00Z'), 30), [])
})

test('Hours keep their time on the wall over a change of clocks.', () => {
  const times = common([person('America/New_York', [{ day: 7, from: 540, to: 600 }])], within('2026-10-20T00:00Z', '2026-11-10T00:00Z'))
  assert.deepEqual(times.map(iso), ['2026-10-25T13:00Z', '2026-11-01T14:00Z', '2026-11-08T14:00Z'])
})

test('Whoever lives across the date line meets on what is another day there.', () => {
  const [apia, pago] = [
    person('Pacific/Apia', [{ day: 2, from: 480, to: 540 }]),
    person('Pacific/Pago_Pago', [{ day: 1, from: 480, to: 540 }]),
  ]
  const [time = 0] = common([apia, pago], fortnight)
  assert.deepEqual([wall('Pacific/Apia', time).dayOfWeek, wall('Pacific/Pago_Pago', time).dayOfWeek], [2, 1])
})

const zones = [
  'UTC',
  'Asia/Kabul',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
]
const starts = ['2026-03-27T00:00Z', '2026-10-23T10:00Z', '2026-10-30T05:00Z', '2026-04-03T07:15Z', '2026-07-01T00:00Z']
const spanOfDay = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 })).map(([at, length]) => {
  return { from: at * 15, to: Math.min(1_440, at * 15 + length * 15) }
})
const week = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), spanOfDay), { maxLength: 8 }).map((spans) => {
  return spans.map(([day, span]) => ({ day, ...span }) as FreeSpan)
})
const exception = (start: string) =>
  fc
    .tuple(fc.constantFrom('away', 'extra'), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 }), spanOfDay)
    .map(([kind, day, days, { from, to }]) => {
      const first = Temporal.Instant.from(start).toZonedDateTimeISO('UTC').toPlainDate().add({ days: day })
      return kind === 'away'
        ? ({ kind, from: first, to: first.add({ days }), fromMinutes: null, toMinutes: null } as const)
        : ({ kind: 'extra', from: first, to: first, fromMinutes: from, toMinutes: to } as const)
    })
const somebody = (start: string) =>
  fc.record({
    zone: fc.constantFrom(...zones),
    week,
    exceptions: fc.array(exception(start), { maxLength: 3 }),
    busy: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 7 * 96 }), fc.integer({ min: 1, max: 60 })), { maxLength: 4 })
      .map((spans) =>
        spans.map(([at, length]) => ({ from: ms(start) + at * quarterMs, until: ms(start) + at * quarterMs + length * 240_000 })),
      ),
  })
const asked = fc.constantFrom(...starts).chain((start) =>
  fc.record({
    start: fc.constant(start),
    people: fc.array(somebody(start), { minLength: 1, maxLength: 3 }),
    minutes: fc.constantFrom(15, 30, 45, 60, 90),
  }),
)

/** Somebody's time as the clock on their wall tells it, minute by minute; knows nothing of how it is worked out. */
function isFree({ zone, week: hours, exceptions, busy }: PersonHours, at: number): boolean {
  const here = wall(zone, at)
  const minute = here.hour * 60 + here.minute
  const today = here.toPlainDate()
  const on = exceptions.filter(({ from, to }) => Temporal.PlainDate.compare(from, today) <= 0 && Temporal.PlainDate.compare(today, to) <= 0)
  const isExtra = on.some(
    ({ kind, fromMinutes, toMinutes }) => kind === 'extra' && (fromMinutes ?? 0) <= minute && minute < (toMinutes ?? 0),
  )
  const isWeekly = hours.some(({ day, from, to }) => day === here.dayOfWeek && from <= minute && minute < to)
  if (busy.some(({ from, until }) => from < at + 60_000 && at < until)) return false
  return isExtra || (isWeekly && !on.some(({ kind }) => kind === 'away'))
}

const isRepeated = ({ zone }: PersonHours, at: number) => {
  const here = wall(zone, at)
  return here.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds < at
}

test('Each time lies in everybody’s free time by the clock on their wall; and where none is offered, there is none.', () => {
  fc.assert(
    fc.property(asked, ({ start, people: told, minutes }) => {
      const people = told.map((one, nth) => ({ ...one, person: `p${nth}` }))
      const span = { from: ms(start), until: ms(start) + 5 * 86_400_000 }
      const suits = (at: number) =>
        people.every(
          (one) =>
            !isRepeated(one, at) &&
            Array.from({ length: minutes }, (_none, nth) => at + nth * 60_000).every((minute) => isFree(one, minute)),
        )
      const times = common(people, span, minutes, 50)
      for (const at of times)
        assert.ok(at >= span.from && at + minutes * 60_000 <= span.until && at % quarterMs === 0 && suits(at), iso(at))
      if (times.length > 0) return
      for (let at = Math.ceil(span.from / quarterMs) * quarterMs; at + minutes * 60_000 <= span.until; at += quarterMs) {
        assert.ok(!suits(at), `${iso(at)} would have suited all`)
      }
    }),
    { numRuns: 150 },
  )
})

test('Two people and 28 days are worked out in a few milliseconds.', () => {
  const span = { from: ms('2026-10-10T00:00Z'), until: ms('2026-11-07T00:00Z') }
  const busy = Array.from({ length: 100 }, (_none, nth) => ({
    from: span.from + nth * 7 * quarterMs,
    until: span.from + nth * 7 * quarterMs + quarterMs,
  }))
  const people = [person('Europe/Berlin', undefined, { busy }), person('Asia/Kathmandu', undefined, { busy })]
  const took = Array.from({ length: 40 }, () => {
    const begun = performance.now()
    common(people, span, 60, 3)
    return performance.now() - begun
  })
  const best = Math.min(...took)
  assert.ok(best < 5, `${best.toFixed(2)} ms`)
})
