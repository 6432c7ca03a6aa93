import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { realHands } from '#ground/chance'
import { dueAt, isReference, severities, standOf } from './concern.ts'

const at = Temporal.Instant.from('2026-11-25T10:00:00Z')
const kabul = { zone: 'Asia/Kabul', restDays: [4, 5] }

test('Danger now is answered within the hour, harm within a day, a concern by the third working day of the organisation’s own week.', () => {
  assert.deepEqual(
    severities.map((severity) => dueAt(severity, at, kabul).toString()),
    // Wednesday in Kabul; Thursday and Friday are rest; the third working day is Monday, which ends at 19:30 UTC.
    ['2026-11-25T11:00:00Z', '2026-11-26T10:00:00Z', '2026-11-30T19:30:00Z'],
  )
})

test('A graver concern is never due later than a lighter one.', () => {
  const instant = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1_000))
  const rest = fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 })
  fc.assert(
    fc.property(instant, rest, (raised, restDays) => {
      const [one, two, three] = severities.map(
        (severity) => dueAt(severity, raised, { zone: 'Asia/Kathmandu', restDays }).epochMilliseconds,
      )
      assert.ok(one !== undefined && two !== undefined && three !== undefined && one <= two && two <= three)
    }),
  )
})

test('Overdue is only what nobody has answered; an end is an end.', () => {
  const clock = { dueAt: at, acknowledgedAt: null, endedAt: null }
  assert.equal(standOf(clock, at), 'waiting')
  assert.equal(standOf(clock, at.add({ seconds: 1 })), 'overdue')
  assert.equal(standOf({ ...clock, acknowledgedAt: at }, at.add({ hours: 9 })), 'open')
  assert.equal(standOf({ ...clock, endedAt: at }, at.add({ hours: 9 })), 'ended')
})

test('A reference is a secret of 128 bits, and nothing else has its shape.', () => {
  for (let times = 0; times < 200; times += 1) assert.ok(isReference(realHands.newSecret()))
  for (const text of ['', 'x', realHands.newId(), `${realHands.newSecret()}a`, `${realHands.newSecret().slice(0, 21)}B`]) {
    assert.equal(isReference(text), false, text)
  }
})
