import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathwayOfKey } from '#programmes/pathways'
import { findingsOf, type PairNow } from './health.ts'

const mentoring = pathwayOfKey('mentoring') ?? assert.fail()
const at = (text: string) => Temporal.Instant.from(`${text}T08:00:00Z`)
const begun = at('2026-11-23')
const pair: PairNow = {
  stage: 'active',
  enteredAt: begun,
  begunAt: begun,
  lastContactAt: begun,
  meetingsHeld: 1,
  isHeld: false,
  benefit: null,
  unansweredAt: null,
  watchedAt: null,
}
const found = (facts: Partial<PairNow>, day: string) => findingsOf(mentoring, { ...pair, ...facts }, at(day)).map(({ rule }) => rule)

test('A pair is quiet after one and a half times its rhythm, and not a day before; the sentence has its numbers.', () => {
  assert.deepEqual(found({}, '2026-12-24'), [])
  assert.deepEqual(found({}, '2026-12-25'), ['quiet'])
  const [finding] = findingsOf(mentoring, pair, at('2026-12-27'))
  assert.deepEqual(finding, { rule: 'quiet', facts: { days: 34, every: 21 }, since: at('2026-12-25') })
})

test('Before the first meeting it is the first meeting that is missing, after two weeks.', () => {
  assert.deepEqual(found({ meetingsHeld: 0 }, '2026-12-06'), [])
  assert.deepEqual(found({ meetingsHeld: 0 }, '2027-02-01'), ['first-meeting'])
})

test('A stage over its limit is late; where a signature is what it waits for, that is said.', () => {
  assert.deepEqual(found({ stage: 'induct' }, '2026-12-06'), [])
  assert.deepEqual(found({ stage: 'induct' }, '2026-12-07'), ['stage-late'])
  assert.deepEqual(found({ stage: 'agree' }, '2026-12-07'), ['unsigned'])
})

test('Benefit is one-sided where one says that it helps and the other does not; not where both or neither do.', () => {
  const saidAt = at('2026-12-01')
  const of = (mentor: 'yes' | 'partly' | 'no' | undefined, mentee: 'yes' | 'partly' | 'no' | undefined) =>
    found({ benefit: { ...(mentor ? { mentor } : {}), ...(mentee ? { mentee } : {}), saidAt } }, '2026-12-02')
  assert.deepEqual(of('yes', 'no'), ['one-sided'])
  assert.deepEqual(of('partly', 'yes'), ['one-sided'])
  for (const [mentor, mentee] of [
    ['yes', 'yes'],
    ['no', 'partly'],
    ['yes', undefined],
    [undefined, undefined],
  ] as const) {
    assert.deepEqual(of(mentor, mentee), [])
  }
})

test('A review left unanswered, and an answer to look into, are findings; a pair that rests has none at all.', () => {
  const facts = { unansweredAt: at('2026-12-01'), watchedAt: at('2026-12-01') }
  assert.deepEqual(found(facts, '2026-12-02'), ['review-unanswered', 'ask-how'])
  assert.deepEqual(found({ ...facts, isHeld: true, stage: 'induct' }, '2027-12-02'), [])
})
