import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPathway } from './check-pathway.ts'
import coachTraining from './coach-training.pathway.json' with { type: 'json' }
import twinning from './institution-twinning.pathway.json' with { type: 'json' }
import { formOfReview, type Pathway } from './pathway.ts'
import { formFor } from './pathway-forms.ts'
import { type StageFacts, unmetOf } from './pathway-moves.ts'
import { pathwayOfKey } from './pathways.ts'

const readOf = (given: unknown): Pathway => {
  const read = readPathway(JSON.stringify(given))
  return 'pathway' in read ? read.pathway : assert.fail(JSON.stringify(read.slips))
}
const stageOf = (pathway: Pathway, key: string) => pathway.stages.find((one) => one.key === key) ?? assert.fail(key)
const reached = (counts: Record<string, number>): StageFacts => ({
  confirmed: new Map(),
  reached: (milestone) => counts[milestone] ?? 0,
  days: 0,
  placesPerHundred: null,
})

test('Twinning of institutions is said in the same format: a memorandum, a work plan, a review each quarter, no rematch.', () => {
  const pathway = readOf(twinning)
  assert.deepEqual(
    pathway.stages.map(({ key }) => key),
    ['design', 'recruit', 'screen', 'match', 'agree', 'induct', 'active', 'review', 'close', 'follow-up'],
  )
  assert.equal(pathway.begins, 'agree')
  assert.equal(pathway.reviews.filter(({ form }) => form === 'F51').length, 7)
  const inception = unmetOf(stageOf(pathway, 'induct'), reached({ 'work-plan-approved': 1 })).length
  assert.equal(inception, 3, 'a work plan alone does not end the inception')
  const quarter = formOfReview(pathway, pathway.reviews[0] ?? assert.fail()) ?? assert.fail()
  const asked = (side: 'mentor' | 'mentee') => formFor(quarter, side).questions.map(({ key }) => key)
  assert.deepEqual([asked('mentor'), asked('mentee')], [['benchmarks', 'minutes'], ['benchmarks']])
})

test('Coach training is said in the same format: eight blocks, and a certificate only once all of it was reached.', () => {
  const pathway = readOf(coachTraining)
  const enough = { 'block-attended': 7, 'contact-held': 36, 'hour-practised': 50, 'client-coached': 5 }
  const training = stageOf(pathway, 'active')
  assert.deepEqual(unmetOf(training, reached(enough)), [])
  for (const [milestone, count] of Object.entries(enough)) {
    assert.equal(unmetOf(training, reached({ ...enough, [milestone]: count - 1 })).length, 1, milestone)
  }
  assert.equal(pathway.reviews.length, 8)
  assert.deepEqual(stageOf(pathway, 'close').next, ['certify'])
  assert.deepEqual(pathway.followUps, [12, 24, 36])
})

test('The closing of reverse mentoring asks the leader alone what changed, and its first month asks the junior first.', () => {
  const pathway = pathwayOfKey('reverse-mentoring') ?? assert.fail('no reverse mentoring')
  const [month, , end] = pathway.reviews
  assert.deepEqual([month?.first, month?.after], ['mentor', { days: 30 }])
  const form = formOfReview(pathway, end ?? assert.fail()) ?? assert.fail()
  const asked = (side: 'mentor' | 'mentee') => formFor(form, side).questions.map(({ key }) => key)
  assert.deepEqual(
    asked('mentee').filter((key) => !asked('mentor').includes(key)),
    ['changed', 'seen-by'],
  )
})
