import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { type Criterion, stageOfKey } from '#programmes/pathway'
import type { Doer } from '#programmes/pathway-moves'
import { pathwayForTemplate } from '#programmes/pathways'
import type { Standing } from './advance.ts'
import { nextFor, roadFrom, standOf } from './pair-stands.ts'

const pathway = pathwayForTemplate('mentoring')
const say = sayTo(unknownReader)

function standing(key: string, confirmed: Record<string, readonly Doer[]> = {}, reached: readonly string[] = []): Standing {
  const stage = stageOfKey(pathway, key) ?? assert.fail(key)
  const facts = {
    confirmed: new Map(Object.entries(confirmed).map(([criterion, by]) => [criterion, new Set(by)])),
    reached: (milestone: string) => reached.filter((one) => one === milestone).length,
    days: 0,
    placesPerHundred: null,
  }
  return { pathway, stage, now: { stage: key, nth: 1, enteredAt: Temporal.Instant.from('2026-11-23T08:00:00Z') }, facts }
}

const stands = (one: Standing, side: 'mentor' | 'mentee') => one.stage.leave.map((criterion) => standOf(criterion, one, side))

test('One’s own part waits for oneself; the other’s only waits, whatever they have not done.', () => {
  assert.deepEqual(stands(standing('induct'), 'mentor'), ['mine'])
  assert.deepEqual(stands(standing('induct', { briefed: ['mentor'] }), 'mentor'), ['waits'])
  assert.deepEqual(stands(standing('induct', { briefed: ['mentor'] }), 'mentee'), ['mine'])
  assert.deepEqual(stands(standing('induct', { briefed: ['mentor', 'mentee'] }), 'mentee'), ['met'])
  assert.equal(stands(standing('agree'), 'mentee')[0], 'both')
  const theirs: Criterion = { what: 'confirmed', key: 'x', says: { en: 'X' }, by: 'mentor', level: 'must' }
  assert.equal(standOf(theirs, standing('induct'), 'mentee'), 'waits')
  assert.equal(standOf({ ...theirs, by: 'coordinator' }, standing('induct'), 'mentee'), 'waits')
})

test('There is one next thing in every stage: the briefing, the agreement, a meeting, the review, the closing; none at the end.', () => {
  const next = (one: Standing) => {
    const found = nextFor(one, 'mentee')
    return found?.does === 'open' ? found.place : (found?.criterion.key ?? null)
  }
  assert.equal(next(standing('induct')), 'briefed')
  assert.equal(next(standing('induct', { briefed: ['mentee'] })), 'meetings', 'while the other reads')
  assert.equal(next(standing('agree')), 'agreement')
  assert.equal(next(standing('active')), 'meetings')
  assert.equal(next(standing('review')), 'reviews')
  assert.equal(next(standing('close')), 'closing')
  assert.equal(next(standing('follow-up')), null)
  for (const place of ['meetings', 'agreement', 'reviews', 'closing'] as const) {
    const facts = { name: 'Zahra', first: 'yes', days: 14 }
    assert.ok(say(`page.pair.next.${place}`, facts).length > 0 && say(`page.pair.go.${place}`, facts).length > 0)
  }
})

test('The road is the usual one, each stage once, with the interlude that a pair is in.', () => {
  const keys = (now: string) => roadFrom(pathway, now).map(({ key }) => key)
  assert.deepEqual(keys('active'), ['induct', 'agree', 'active', 'close', 'follow-up'])
  assert.deepEqual(keys('review'), ['induct', 'agree', 'active', 'review', 'close', 'follow-up'])
})
