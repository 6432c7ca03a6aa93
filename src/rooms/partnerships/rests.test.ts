import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysAwake, hoursAwake, quietOf, type Rest } from './rests.ts'

const start = Temporal.Instant.from('2026-11-01T00:00:00Z')
const day = (nth: number) => start.add({ hours: 24 * nth })
const rest = (from: number, to: number | null, hold = `hold ${from}`): Rest => ({
  partnership: 'pair',
  hold,
  since: day(from),
  until: to === null ? null : day(to),
})

test('Days of rest do not count; rests that overlap count once, and one that goes on stops the clock.', () => {
  assert.equal(daysAwake([], day(0), day(10)), 10)
  assert.equal(daysAwake([rest(2, 5)], day(0), day(10)), 7)
  assert.equal(daysAwake([rest(2, 5), rest(4, 6)], day(0), day(10)), 6)
  assert.equal(daysAwake([rest(4, 6), rest(2, 5)], day(0), day(10)), 6, 'in any order')
  assert.equal(daysAwake([rest(2, null)], day(0), day(10)), 2)
  assert.equal(daysAwake([rest(8, 20)], day(0), day(10)), 8)
  assert.equal(daysAwake([rest(-5, 3)], day(0), day(10)), 7, 'a rest that began before')
  assert.equal(daysAwake([rest(20, 30)], day(0), day(10)), 10, 'one that is to come')
})

test('What counts never grows by a rest, and is never below nought.', () => {
  const rests = fc.array(fc.record({ from: fc.integer({ min: -20, max: 40 }), days: fc.option(fc.integer({ min: 0, max: 30 })) }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(rests, fc.integer({ min: 0, max: 40 }), (given, now) => {
      const all = given.map(({ from, days }) => rest(from, days === null ? null : from + days))
      const hours = hoursAwake(all, day(0), day(now))
      const counted = Array.from({ length: now * 24 }, (_, hour) => day(0).add({ hours: hour })).filter(
        (at) =>
          !all.some(
            ({ since, until }) => Temporal.Instant.compare(since, at) <= 0 && (until === null || Temporal.Instant.compare(at, until) < 0),
          ),
      ).length
      assert.ok(Math.abs(hours - counted) < 1e-6, `${hours} ${counted}`)
    }),
  )
})

test('A quiet time begins with the second yes, the latest meeting, or where a rest ended; each is named by what it began with.', () => {
  const contact = { partnership: 'pair', begunAt: day(0), metAt: null, meeting: null }
  assert.deepEqual(quietOf(contact, [], day(30)), { about: 'pair', since: day(0) })
  const met = { ...contact, metAt: day(10), meeting: 'meeting' }
  assert.deepEqual(quietOf(met, [], day(30)), { about: 'meeting', since: day(10) })
  assert.deepEqual(quietOf(met, [rest(2, 5)], day(30)), { about: 'meeting', since: day(10) }, 'a rest before the meeting')
  assert.deepEqual(quietOf(met, [rest(12, 15), rest(16, 20)], day(30)), { about: 'hold 16', since: day(20) })
  assert.deepEqual(quietOf(met, [rest(12, 40)], day(30)), { about: 'meeting', since: day(10) }, 'a rest that goes on')
})
