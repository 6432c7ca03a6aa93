import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSince, standingOf, type Version } from './agreement.ts'

const at = Temporal.Instant.from('2026-11-23T08:00:00Z')
const version = (nth: number, purpose: string, goals: string[] = []): Version => ({
  id: `v${nth}`,
  partnership: 'p',
  nth,
  clauses: { purpose, notice: 'Two days' },
  goals,
  sealedFor: 'partnership',
  isReadable: true,
  at,
  by: 'a',
})

test('Only signatures under the newest text count; it waits for the others.', () => {
  const signatures = [
    { version: 'v1', signer: 'mentor' as const, person: 'a', at },
    { version: 'v1', signer: 'mentee' as const, person: 'b', at },
    { version: 'v2', signer: 'mentor' as const, person: 'a', at },
  ]
  const both = ['mentor', 'mentee'] as const
  assert.deepEqual(standingOf(both, [version(1, 'x')], signatures).missing, [])
  assert.deepEqual(standingOf(both, [version(1, 'x'), version(2, 'y')], signatures).missing, ['mentee'])
  assert.deepEqual(standingOf([...both, 'coordinator'], [version(1, 'x')], signatures).missing, ['coordinator'])
  assert.equal(standingOf(both, [], []).newest, undefined)
})

test('What changed since one signed is named, clause by clause, the goals too.', () => {
  assert.deepEqual(changedSince(version(1, 'x'), version(2, 'x')), [])
  assert.deepEqual(changedSince(version(1, 'x', ['a']), version(2, 'y', ['b'])), ['purpose', 'goals'])
})
