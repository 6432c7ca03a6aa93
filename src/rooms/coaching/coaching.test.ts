import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInTime, lostBy, splitEvenly, standbyOf, stateOf, weekOf } from './coaching.ts'

const now = Temporal.Instant.from('2026-11-25T06:00:00Z')
const none = { log: null, confirmation: null, decision: null, spend: null, amendment: null, end: null }
const meeting = { ...none, startsAt: now, minutes: 60, waitsFor: null, reservation: null }

test('A meeting comes through its states by its rows alone, and each exit has its own (6.7).', () => {
  const log = { version: 2, minutes: 60 }
  const said = (says: 'yes' | 'no' | 'other', minutes: number | null = null, version = 2) => ({ version, says, minutes })
  const held = { ...meeting, reservation: 'r' }
  const cases = [
    [meeting, 'proposed'],
    [{ ...meeting, waitsFor: 'Nordlys' }, 'awaitingFunds'],
    [held, 'booked'],
    [{ ...held, startsAt: now.subtract({ minutes: 60 }) }, 'held'],
    [{ ...held, log }, 'recorded'],
    [{ ...held, log, confirmation: said('yes', null, 1) }, 'recorded'],
    [{ ...held, log, confirmation: said('yes') }, 'clientConfirmed'],
    [{ ...held, log, confirmation: said('other', 60) }, 'clientConfirmed'],
    [{ ...held, log, confirmation: said('other', 45) }, 'disputed'],
    [{ ...held, log, confirmation: said('no') }, 'disputed'],
    [{ ...held, log, confirmation: said('no'), decision: { minutes: 45 } }, 'clientConfirmed'],
    [{ ...held, log, confirmation: said('no'), decision: { minutes: 0 } }, 'reversed'],
    [{ ...held, log, confirmation: said('yes'), spend: { minutes: 60 }, amendment: { minutes: 45 } }, 'clientConfirmed'],
    [{ ...held, log, confirmation: said('yes'), spend: { minutes: 60 }, amendment: { minutes: 0 } }, 'reversed'],
    [{ ...held, end: { kind: 'forceMajeure' } }, 'forceMajeure'],
  ] as const
  for (const [facts, state] of cases) assert.equal(stateOf(facts, now), state)
})

test('Notice is 24 hours, 12 with an escort; the first late one is a warning; standing by is a quarter of the fee, in whole quanta.', () => {
  const terms = { noticeHours: 24, noticeHoursEscorted: 12 }
  const at = (hours: number, escorted: boolean) => isInTime({ startsAt: now.add({ hours }), escorted }, now, terms)
  assert.deepEqual([at(24, false), at(23, false), at(12, true), at(11, true)], [true, false, true, false])
  const lost = (before: number, escorted = false) => lostBy({ minutes: 60, escorted }, before, { latePercent: 50 })
  assert.deepEqual(lost(0), { lostMinutes: 0, warned: true })
  assert.deepEqual([lost(1).lostMinutes, lost(5).lostMinutes, lost(5, true).lostMinutes], [30, 30, 0])
  assert.equal(standbyOf(120_000n, { standbyPercent: 25 }, 100n), 30_000n)
  assert.equal(standbyOf(93_800n, { standbyPercent: 25 }, 100n), 23_500n)
})

test('A week begins on Saturday, and what does not divide goes to the first.', () => {
  for (const day of ['2026-11-21', '2026-11-25', '2026-11-27']) assert.equal(weekOf(Temporal.PlainDate.from(day)).toString(), '2026-11-21')
  assert.deepEqual(splitEvenly(90, 4), [23, 23, 22, 22])
})
