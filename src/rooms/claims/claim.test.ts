import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claim, calledBack, flagsOf, stateOf } from './claim.ts'

const at = (text: string) => Temporal.Instant.from(text)
const meeting = (nth: number, facts: object = {}) => {
  const startsAt = at('2026-06-01T05:00:00Z').add({ hours: 24 * nth + nth })
  const day = startsAt.toZonedDateTimeISO('Asia/Kabul').toPlainDate()
  const rest = { minutes: 60 + 15 * (nth % 3), mode: 'phone', how: 'link', confirmedWithinSeconds: 3_600, place: 'Balkh' } as const
  return { meeting: String(nth), startsAt, day, ...rest, ...facts }
}
const odd = (meetings: ReturnType<typeof meeting>[]) => [...flagsOf(meetings, 'Asia/Kabul').values()].map((flags) => flags.join(' '))

test('An ordinary month has nothing odd in it.', () => {
  assert.deepEqual(odd([1, 2, 3, 4].map((nth) => meeting(nth))), ['', '', '', ''])
})

test('Confirmed within a minute, but for who was called or signed on paper, is asked about.', () => {
  assert.deepEqual(odd([meeting(1, { confirmedWithinSeconds: 59 }), meeting(2, { confirmedWithinSeconds: 5, how: 'call' })]), ['quick', ''])
})

test('The same hour of the same weekday, four times, is asked about.', () => {
  const weekly = [0, 7, 14, 21].map((days) => meeting(days, { startsAt: at('2026-06-01T05:00:00Z').add({ hours: 24 * days }) }))
  assert.deepEqual(odd(weekly), ['same-time', 'same-time', 'same-time', 'same-time'])
})

test('In person in two districts on one day is asked about; by telephone it is not.', () => {
  const there = { mode: 'in-person', day: Temporal.PlainDate.from('2026-06-03') }
  assert.deepEqual(odd([meeting(1, there), meeting(2, { ...there, place: 'Herat' }), meeting(3, { ...there, mode: 'phone' })]), [
    'two-places',
    'two-places',
    '',
  ])
})

test('Six meetings of one length are asked about.', () => {
  assert.ok(odd([1, 2, 3, 4, 5, 6].map((nth) => meeting(nth, { minutes: 60 }))).every((flags) => flags === 'round'))
})

test('Every odd meeting is called back and of all the bank’s share, the same ones each time, and by nobody’s choice.', () => {
  const meetings = Array.from({ length: 20 }, (_, nth) => ({ meeting: String(nth), flags: nth === 7 ? (['quick'] as const) : [] }))
  const called = calledBack('a', meetings, 10)
  assert.ok(called.has('7') && called.size >= 2 && called.size <= 3)
  assert.deepEqual(calledBack('a', meetings, 10), called)
  assert.notDeepEqual(calledBack('b', meetings, 50), calledBack('a', meetings, 50))
  assert.equal(calledBack('a', meetings, 0).size, 1)
})

test('Over the bound a claim is approved by two.', () => {
  const claim = { amount: 2_000_001n, refusal: null, paidAt: null, approvals: [{ by: 'a' }] } as unknown as Claim
  assert.equal(stateOf(claim, 2_000_000n), 'claimed')
  assert.equal(stateOf(claim, 2_000_001n), 'approved')
  assert.equal(stateOf({ ...claim, approvals: [{ by: 'a' }, { by: 'b' }] }, 2_000_000n), 'approved')
})
