import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIfKnown, sayTo, unknownReader } from '#ground/words'
import { pathwayOfKey, pathways } from './pathways.ts'
import { everythingCounts, readRules } from './rules.ts'
import { templateOf, templates } from './templates.ts'

test('A rules file says only what it changes; the rest counts, and forbids nothing.', () => {
  assert.deepEqual(readRules('{}'), { rules: everythingCounts, mentorPlaces: null })
  const read = readRules('{"hard":{"grades":{"mentorStands":"above","min":1}},"weights":{"field":"off"}}')
  assert.ok('rules' in read)
  assert.deepEqual(read.rules.hard, { ...everythingCounts.hard, grades: { mentorStands: 'above', min: 1, max: null } })
  assert.equal(read.rules.weights.field, 'off')
  assert.equal(read.rules.weights.topics, everythingCounts.weights.topics)
})

test('What a pathway says of matching is a rules file too.', () => {
  for (const { matching } of pathways) {
    const { hard, weights, preferences, bestLevel, withoutAttributes, capacity } = matching
    assert.deepEqual(readRules(JSON.stringify(matching)), {
      rules: { hard, weights, preferences, bestLevel, withoutAttributes },
      mentorPlaces: capacity.mentor,
    })
  }
})

test('Every slip in a rules file is named at once, by its place, in a whole sentence.', () => {
  const read = readRules(
    '{"hrad":{},"hard":{"languagesInCommonMin":-1,"hoursInCommonMin":200,"grades":{"mentorStands":"beside"}},"weights":{"topics":"very","shoe":"nice"},"preferences":7}',
  )
  assert.ok('slips' in read)
  assert.deepEqual(read.slips.map(({ key, facts }) => `${key} ${facts.at}`).sort(), [
    'slip.rules.choice hard.grades.mentorStands',
    'slip.rules.choice weights.topics',
    'slip.rules.least hard.languagesInCommonMin',
    'slip.rules.most hard.hoursInCommonMin',
    'slip.rules.shape preferences',
    'slip.rules.unknown hrad',
    'slip.rules.unknown weights.shoe',
  ])
  const say = sayTo(unknownReader)
  for (const { key, facts } of read.slips) assert.match(sayIfKnown(say, key, facts) ?? key, /\.$/)
})

test('What is not JSON is said to be so.', () => {
  assert.deepEqual(readRules('weights: nice'), { slips: [{ key: 'slip.rules.json', facts: {} }] })
  for (const text of ['[]', 'null', '7', '"x"']) assert.ok('slips' in readRules(text))
})

test('Reverse mentoring: two grades below at least, never in one line or unit, and difference is preferred.', () => {
  const { hard, preferences } = templateOf('reverse-mentoring')!
  assert.deepEqual(hard.grades, { mentorStands: 'below', min: 2, max: null })
  assert.deepEqual([hard.lineManagement, hard.sameUnit], ['chain', 'forbidden'])
  assert.deepEqual([preferences.gender, preferences.ethnicity, preferences.birthYear], ['different', 'different', 'different'])
})

test('Each kind of programme is offered, the most usual first, with the rules of its pathway.', () => {
  assert.deepEqual(
    templates.map(({ key }) => key),
    ['mentoring', 'reverse-mentoring', 'peer-mentoring', 'business-coaching'],
  )
  for (const { key, name, weights } of templates) {
    const pathway = pathwayOfKey(key)!
    assert.deepEqual([name, weights], [pathway.name, pathway.matching.weights])
  }
})
