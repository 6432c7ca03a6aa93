import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Meeting, outcomeOf, type Statement, stateOf } from './meeting.ts'
import { at, local } from './meetings.testing.ts'

const said = (person: string, happened: Statement['happened'], minutes: number | null = null): Statement => ({
  person,
  happened,
  minutes,
  at: at('2026-11-25T12:00:00Z'),
})
const meeting: Meeting = {
  ...{ id: 'm', programme: 'p', organisation: 'o', partnership: 'q', ask: null, rhythm: null, host: 'h', guest: 'g', nth: 1 },
  ...{
    local: local('2026-11-25T10:00'),
    zone: 'UTC',
    startsAt: at('2026-11-25T10:00:00Z'),
    minutes: 45,
    saidAt: at('2026-11-23T08:00:00Z'),
  },
  cancelledAt: null,
  statements: [],
  cannotCome: [],
}
const state = (facts: Partial<Meeting>, now = '2026-11-25T12:00:00Z') => stateOf({ ...meeting, ...facts }, at(now))

test('A meeting is planned until it is over, asks to be moved where one cannot come, and then waits to be told of.', () => {
  assert.equal(state({}, '2026-11-24T10:00:00Z'), 'planned')
  assert.equal(state({ cannotCome: ['h'] }, '2026-11-24T10:00:00Z'), 'ask-to-move')
  assert.equal(state({}, '2026-11-25T10:44:59Z'), 'planned')
  assert.equal(state({}, '2026-11-25T10:45:00Z'), 'to-tell')
  assert.equal(state({ cancelledAt: at('2026-11-24T08:00:00Z') }), 'cancelled')
})

test('One alone is believed, two who agree too; a difference stands as a difference, and is never summed.', () => {
  assert.equal(state({ statements: [said('h', 'met', 60)] }), 'held')
  assert.equal(state({ statements: [said('h', 'met', 60), said('g', 'met', 60)] }), 'held')
  assert.equal(state({ statements: [said('h', 'absent-guest')] }), 'not-held')
  for (const other of [said('g', 'met', 45), said('g', 'absent-host'), said('g', 'cancelled')]) {
    assert.equal(state({ statements: [said('h', 'met', 60), other] }), 'differs')
    assert.equal(outcomeOf({ statements: [said('h', 'met', 60), other] }), null)
  }
})

test('Whoever met although it was cancelled has met.', () => {
  assert.equal(state({ cancelledAt: at('2026-11-24T08:00:00Z'), statements: [said('h', 'met', 30)] }), 'held')
})
