import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nothingKnown } from '#people/new-person'
import type { Profile } from '#people/person'
import { everythingCounts, type Rules } from '#programmes/rules'
import { type Asker, bestMentors } from './best-mentors.ts'
import type { AskMentor } from './mentor-reads.ts'

const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
const nobodyMarked = new Map<string, Record<string, string>>()

function asker(profile: Partial<Profile> = {}, line: string[] = []): Asker {
  const known: Profile = { ...nothingKnown, code: 'ME', fullName: 'Me', languages: ['en', 'fa-AF'], ...profile }
  return { person: 'me', organisation: 'org', profile: known, topics: ['pricing', 'selling'], line }
}

function mentor(code: string, facts: Partial<AskMentor> = {}): AskMentor {
  const { email: _email, phone: _phone, ...blank } = nothingKnown
  const known = { ...blank, code, fullName: code, languages: ['en'], offers: ['pricing'], enrolment: `e-${code}`, person: code }
  return { ...known, organisation: 'org', capacity: 1, line: [], openAsks: 0, ...facts }
}

const best = (mentors: AskMentor[], one = asker(), rules: Rules = everythingCounts, marks = nobodyMarked) =>
  bestMentors(one, mentors, rules, marks, now, 3)
const names = (mentors: AskMentor[], one?: Asker, rules?: Rules) => best(mentors, one, rules).map(({ person }) => person)

test('Who offers more of what is asked comes first, then who shares more; at most as many as are asked.', () => {
  const all = [mentor('A'), mentor('B', { offers: ['pricing', 'selling'] }), mentor('C', { languages: ['en', 'fa'] }), mentor('D')]
  assert.deepEqual(names(all), ['B', 'C', 'A'])
  assert.deepEqual(names([...all].reverse()), ['B', 'C', 'A'], 'in whatever order they come')
})

test('The topic decides, be it of no weight where the programme makes pairs.', () => {
  const rules: Rules = { ...everythingCounts, weights: { ...everythingCounts.weights, topics: 'off' } }
  const all = [mentor('A', { languages: ['en', 'fa'] }), mentor('B', { offers: ['pricing', 'selling'] })]
  assert.deepEqual(names(all, asker(), rules), ['B', 'A'])
})

test('The why names the topic first, then what both share, and never what differs or was told in private.', () => {
  const [first] = best([mentor('A', { unit: 'Sales', country: 'AF' })], asker({ unit: 'Sales', country: 'AF' }))
  assert.deepEqual(
    first?.reasons.map(({ key }) => key),
    ['reason.ask.topics', 'reason.ask.languages', 'reason.ask.country.alike'],
  )
  assert.deepEqual(first?.reasons[0]?.facts.topics, ['pricing'])
})

test('A hard rule of the programme keeps somebody out, be they the best: their own manager, no language, not alike where it must be.', () => {
  const hard = { ...everythingCounts.hard, lineManagement: 'chain' as const, languagesInCommonMin: 1 }
  const rules: Rules = { ...everythingCounts, hard }
  const boss = mentor('BOSS', { offers: ['pricing', 'selling'] })
  const below = mentor('BELOW', { line: ['X', 'ME'] })
  assert.deepEqual(names([boss, below, mentor('FR', { languages: ['fr'] }), mentor('A')], asker({}, ['NEXT', 'BOSS']), rules), ['A'])
  const alike: Rules = { ...everythingCounts, hard: { ...everythingCounts.hard, sameRequired: ['gender'] } }
  const marks = new Map([
    ['me', { gender: 'x1' }],
    ['A', { gender: 'x1' }],
    ['B', { gender: 'x2' }],
  ])
  assert.deepEqual(
    best([mentor('A'), mentor('B'), mentor('C')], asker(), alike, marks).map(({ person }) => person),
    ['A'],
  )
})

test('Nobody is suggested whom two others ask at the moment; nobody at all is nobody.', () => {
  assert.deepEqual(names([mentor('A', { openAsks: 2 }), mentor('B', { openAsks: 1 })]), ['B'])
  assert.deepEqual(names([]), [])
})
