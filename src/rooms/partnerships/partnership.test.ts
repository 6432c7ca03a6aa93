import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayKey, sayTo, unknownReader } from '#ground/words'
import { type Deed, dueAt, lastWholeDay, type Move, moves, type Stage, stageFor, stateOf } from './partnership.ts'

const say = sayTo(unknownReader)
const deeds: readonly Deed[] = ['accept', 'decline', 'lapse', 'losePlace', 'withdraw']
const week = { zone: 'Asia/Kabul', restDays: [4, 5] }

/** Written out once more, by hand: what is allowed, what changes nothing, and what is refused. */
const expected: Record<Stage, readonly Move[]> = {
  open: ['do', 'do', 'do', 'do', 'do'],
  saidYes: ['done', 'partnerships.saidYes', 'do', 'do', 'do'],
  agreed: ['done', 'partnerships.saidYes', 'partnerships.agreed', 'partnerships.agreed', 'do'],
  saidNo: ['partnerships.saidNo', 'done', 'done', 'done', 'done'],
  over: ['partnerships.over', 'partnerships.over', 'done', 'done', 'done'],
}

test('Only the listed transitions happen; every other is refused by name, in words that say what is possible instead.', () => {
  for (const [stage, row] of Object.entries(expected)) {
    deeds.forEach((deed, at) => {
      const move = moves[stage as Stage][deed]
      assert.equal(move, row[at], `${stage}: ${deed}`)
      if (move.startsWith('partnerships.')) assert.ok(sayKey(say, `refusal.${move}`).split('. ').length >= 2, move)
    })
  }
})

test('The state is told by the rows: nobody, one, both have said yes, or it is over.', () => {
  assert.equal(stateOf({ mentor: null, mentee: null }, false), 'proposed')
  assert.equal(stateOf({ mentor: 'accepted', mentee: null }, false), 'accepted')
  assert.equal(stateOf({ mentor: null, mentee: 'accepted' }, false), 'accepted')
  assert.equal(stateOf({ mentor: 'accepted', mentee: 'accepted' }, false), 'agreed')
  assert.equal(stateOf({ mentor: 'accepted', mentee: 'declined' }, true), 'ended')
})

test('An end looks the same to the side that did not decline, whatever ended it.', () => {
  assert.equal(stageFor('mentor', 'accepted', false, true), 'over')
  assert.equal(stageFor('mentor', null, false, true), 'over')
  assert.equal(stageFor('mentor', 'declined', false, true), 'saidNo')
  assert.equal(stageFor(null, null, true, false), 'agreed')
})

test('Three working days skip the days of rest, and end when that day ends where the organisation is.', () => {
  const tuesday = Temporal.Instant.from('2026-11-24T08:00:00Z')
  const { until, remind } = dueAt(tuesday, 3, week)
  assert.equal(until.toString(), '2026-11-29T19:30:00Z', 'Wednesday, Saturday, Sunday; midnight in Kabul')
  assert.equal(remind?.toString(), '2026-11-28T08:00:00Z', 'Saturday, at the hour of the proposal')
  assert.equal(dueAt(tuesday, 2, week).remind, null, 'no reminder on the last day')
})

test('The day named to a reader is whole before the answer is due, in every zone.', () => {
  const zones = ['UTC', 'Asia/Kabul', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(...zones), fc.integer({ min: 1, max: 30 }), (hours, zone, days) => {
      const now = Temporal.Instant.from('2026-03-20T00:00:00Z').add({ hours })
      const { until } = dueAt(now, days, { zone: 'Europe/Rome', restDays: [6, 7] })
      const day = lastWholeDay({ zone }, until)
      assert.ok(Temporal.Instant.compare(day.add({ days: 1 }).toZonedDateTime(zone).toInstant(), until) <= 0)
    }),
  )
})
