import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { suggest } from '#matching/suggest'
import { everythingCounts, type Rules } from '#programmes/rules'
import { templateOf } from '#programmes/templates'
import type { Candidate } from './candidate.ts'
import { type Apart, hardRulesOf } from './hard-rules.ts'
import { mentee, mentor } from './people.testing.ts'

const hard = (changed: Partial<Rules['hard']>): Rules['hard'] => ({ ...everythingCounts.hard, ...changed })

function broken(asks: Candidate, gives: Candidate, rules: Rules['hard'], apart: Apart[] = []): string[] {
  return hardRulesOf([asks], [gives], rules, apart)
    .filter((rule) => rule.breaks(0, 0))
    .map((rule) => rule.name)
}

test('Nobody mentors themselves, and pairs that must not meet do not, whichever way they are written.', () => {
  assert.deepEqual(broken(mentee('A'), mentor('A'), hard({})), ['self'])
  assert.deepEqual(broken(mentee('A'), mentor('B'), hard({}), [{ one: 'B', other: 'A', why: 'mustNot' }]), ['mustNot'])
  assert.deepEqual(broken(mentee('A'), mentor('B'), hard({}), [{ one: 'A', other: 'B', why: 'conflict' }]), ['conflict'])
  assert.deepEqual(broken(mentee('A'), mentor('B'), hard({ conflicts: 'allowed' }), [{ one: 'A', other: 'B', why: 'conflict' }]), [])
})

test('The line of management is forbidden both ways: the next one only, or all of it.', () => {
  const asks = mentee('A', {}, { chain: ['B', 'C'] })
  const both = (code: string, rules: Rules['hard']) => broken(asks, mentor(code), rules).length
  assert.deepEqual([both('B', hard({ lineManagement: 'manager' })), both('C', hard({ lineManagement: 'manager' }))], [1, 0])
  assert.deepEqual([both('B', hard({ lineManagement: 'chain' })), both('C', hard({ lineManagement: 'chain' }))], [1, 1])
  assert.deepEqual(broken(mentee('C'), mentor('A', {}, { chain: ['B', 'C'] }), hard({ lineManagement: 'chain' })), ['lineManagement'])
  assert.equal(both('C', hard({})), 0)
})

test('The same unit is forbidden within one organisation, whatever its case; an unknown one is not.', () => {
  const rules = hard({ sameUnit: 'forbidden' })
  assert.deepEqual(broken(mentee('A', { unit: 'Tax' }), mentor('B', { unit: ' TAX' }), rules), ['sameUnit'])
  assert.deepEqual(broken(mentee('A', { unit: 'Tax' }), mentor('B', { unit: 'Tax' }, { organisation: 'other' }), rules), [])
  assert.deepEqual(broken(mentee('A'), mentor('B'), rules), [])
})

test('Languages, hours and grades must be shown to be enough.', () => {
  const one = hard({ languagesInCommonMin: 1 })
  assert.deepEqual(broken(mentee('A', { languages: ['ps'] }), mentor('B', { languages: ['en', 'ps-AF'] }), one), [])
  assert.deepEqual(broken(mentee('A', { languages: ['ps'] }), mentor('B', { languages: ['en'] }), one), ['languages'])
  assert.deepEqual(broken(mentee('A'), mentor('B', { languages: ['en'] }), one), ['languages'])
  const hours = hard({ hoursInCommonMin: 2 })
  const kabul = mentee('A', { zone: 'Asia/Kabul', freeHours: [{ day: 1, from: 13 * 60, to: 17 * 60 }] })
  const rome = (to: number) => mentor('B', { zone: 'Europe/Rome', freeHours: [{ day: 1, from: 9 * 60, to }] })
  assert.deepEqual(broken(kabul, rome(11 * 60 + 30), hours), [])
  assert.deepEqual(broken(kabul, rome(11 * 60), hours), ['hours'])
  assert.deepEqual(broken(kabul, mentor('B'), hours), ['hours'])
  const above = hard({ grades: { mentorStands: 'above', min: 1, max: 2 } })
  const apart = [-1, 0, 1, 2, 3].map((by) => broken(mentee('A', { gradeLevel: 5 }), mentor('B', { gradeLevel: 5 + by }), above).length)
  assert.deepEqual(apart, [1, 1, 0, 0, 1])
  assert.deepEqual(broken(mentee('A', { gradeLevel: 5 }), mentor('B'), above), ['grade'])
})

test('A required likeness must be known: silence does not pass where it protects.', () => {
  const rules = hard({ sameRequired: ['gender'] })
  const she = { attributes: { gender: 'Female' } }
  assert.deepEqual(broken(mentee('A', {}, she), mentor('B', {}, { attributes: { gender: 'female ' } }), rules), [])
  assert.deepEqual(broken(mentee('A', {}, she), mentor('B', {}, { attributes: { gender: 'male' } }), rules), ['sameRequired'])
  assert.deepEqual(broken(mentee('A', {}, she), mentor('B'), rules), ['sameRequired'])
})

const person = fc.record({
  unit: fc.constantFrom('U', 'V', 'W', null),
  gradeLevel: fc.option(fc.integer({ min: 1, max: 8 })),
  languages: fc.subarray(['en', 'fr', 'ps']),
  boss: fc.option(fc.nat(9)),
})

test('No suggested pair ever breaks a hard rule, and in a reverse programme none shares a line of management.', () => {
  const reverse = templateOf('reverse-mentoring')!
  fc.assert(
    fc.property(fc.array(person, { maxLength: 10 }), fc.array(person, { maxLength: 10 }), (juniors, seniors) => {
      const chainOf = (boss: number | null) => (boss === null ? [] : [`N${boss}`, `N${(boss * 3) % 10}`])
      const mentors = juniors.map(({ boss, ...profile }, at) => mentor(`M${at}`, profile, { chain: chainOf(boss) }))
      const mentees = seniors.map(({ boss, ...profile }, at) => mentee(`N${at}`, profile, { chain: chainOf(boss) }))
      const { pairs, unmatched } = suggest({ mentees, mentors, rules: reverse, apart: [{ one: 'M1', other: 'N1', why: 'mustNot' }] })
      assert.equal(pairs.length + unmatched.length, mentees.length)
      for (const pair of pairs) {
        const gives = mentors.find(({ id }) => id === pair.mentor)!
        const asks = mentees.find(({ id }) => id === pair.mentee)!
        assert.ok(asks.level! - gives.level! >= 2)
        assert.ok(!gives.chain.includes(asks.code) && !asks.chain.includes(gives.code))
        assert.ok(gives.unit === null || asks.unit === null || gives.unit.key !== asks.unit.key)
        assert.ok(gives.languages.some(({ key }) => asks.languages.some((other) => other.key === key)))
        assert.ok(!(pair.mentor === 'M1' && pair.mentee === 'N1'))
      }
    }),
  )
})
