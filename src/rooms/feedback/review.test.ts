import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathwayOfKey } from '#programmes/pathways'
import { halfwayOf, milestoneOf, type PairFacts, reviewDue, sidesToAsk } from './review.ts'

const mentoring = pathwayOfKey('mentoring') ?? assert.fail()
const due = (pair: Partial<PairFacts>) =>
  reviewDue(mentoring, { stage: 'active', meetingsHeld: 0, daysTogether: 0, reviewed: new Set(), ...pair })?.key

test('The first review is due after the second meeting or on day 45, whichever comes first.', () => {
  assert.equal(due({ meetingsHeld: 1, daysTogether: 44 }), undefined)
  assert.equal(due({ meetingsHeld: 2, daysTogether: 8 }), 'first')
  assert.equal(due({ meetingsHeld: 0, daysTogether: 45 }), 'first')
})

test('Midway comes at half of the weeks, the last with the closing; each once.', () => {
  const reviewed = new Set(['first'])
  assert.equal(due({ reviewed, daysTogether: 90 }), undefined)
  assert.equal(due({ reviewed, daysTogether: 91 }), 'midpoint')
  assert.equal(due({ reviewed, daysTogether: 120, stage: 'close' }), 'end')
  assert.equal(due({ reviewed: new Set(['first', 'midpoint', 'end']), daysTogether: 200, stage: 'close' }), undefined)
})

test('In the closing nobody is asked for a review that was missed.', () => {
  assert.equal(due({ stage: 'close', meetingsHeld: 9, daysTogether: 180 }), 'end')
  assert.equal(milestoneOf(mentoring, 'end'), 'closing-answered')
  assert.equal(milestoneOf(mentoring, 'first'), 'review-answered')
})

test('Where one is asked first, the other is asked after the answer, or at half of the time.', () => {
  assert.deepEqual(sidesToAsk('together', [], false), ['mentor', 'mentee'])
  assert.deepEqual(sidesToAsk('mentor', [], false), ['mentor'])
  assert.deepEqual(sidesToAsk('mentor', ['mentor'], false), ['mentor', 'mentee'])
  assert.deepEqual(sidesToAsk('mentee', [], true), ['mentee', 'mentor'])
  const [dueAt, until] = ['2026-11-23T08:00:00Z', '2026-11-30T08:00:00Z'].map((text) => Temporal.Instant.from(text))
  assert.equal(halfwayOf({ dueAt: dueAt ?? assert.fail(), until: until ?? assert.fail() }).toString(), '2026-11-26T20:00:00Z')
})
