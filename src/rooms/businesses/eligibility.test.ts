import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenParticulars } from './businesses.testing.ts'
import { checked } from './eligibility.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const broken = (facts: Parameters<typeof givenParticulars>[0]) =>
  checked(givenParticulars(facts), today).flatMap(({ check, holds }) => (holds ? [] : [check]))

test('A young business of grown, trained owners without other public money or ties to a coach meets every check.', () => {
  assert.deepEqual(broken({}), [])
  assert.deepEqual(broken({ startedOn: null }), [], 'one that has not started is young')
})

test('Each check fails by itself, and says so.', () => {
  assert.deepEqual(broken({ owners: [{ person: null, name: 'Zahra', adult: false }] }), ['adult'])
  assert.deepEqual(broken({ startedOn: Temporal.PlainDate.from('2023-10-01') }), ['young'])
  assert.deepEqual(broken({ startedOn: Temporal.PlainDate.from('2023-11-01') }), [], 'thirty-six months are still young')
  assert.deepEqual(broken({ otherSupport: true }), ['no-other-support'])
  assert.deepEqual(broken({ tied: true }), ['not-tied'])
  assert.deepEqual(broken({ trainings: [] }), ['trained'])
})
