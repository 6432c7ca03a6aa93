import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topics } from '#people/topics'
import { dariTuned } from './sentences-dari.testing.ts'
import { englishTuned } from './sentences-english.testing.ts'
import { dariKept, englishKept } from './sentences-kept.testing.ts'
import { topicsUnderstoodMax, understand } from './understand.ts'

const hitsAtTop = 3

function labelled(list: string) {
  return list
    .trim()
    .split('\n')
    .map((line) => ({ topic: line.slice(0, line.indexOf(':')), text: line.slice(line.indexOf(':') + 2) }))
}

function hitRate(list: string) {
  const sentences = labelled(list)
  const missed = sentences.filter(({ topic, text }) => {
    const found = understand(text).slice(0, hitsAtTop)
    return !found.some((one) => one.topic === topic)
  })
  return { of: sentences.length, missed, rate: 1 - missed.length / sentences.length }
}

const measured = [
  { name: 'English, tuned', list: englishTuned, atLeast: 0.95, countMin: 60 },
  { name: 'Dari, tuned', list: dariTuned, atLeast: 0.95, countMin: 40 },
  { name: 'English, kept aside', list: englishKept, atLeast: 0.8, countMin: 40 },
  { name: 'Dari, kept aside', list: dariKept, atLeast: 0.85, countMin: 30 },
]

for (const { name, list, atLeast, countMin } of measured) {
  test(`The topic meant is among the first three in ${atLeast * 100} of 100 sentences or more: ${name}.`, (t) => {
    const { rate, missed, of } = hitRate(list)
    t.diagnostic(`${name}: ${of - missed.length} of ${of} (${Math.round(rate * 100)} %)`)
    for (const { topic, text } of missed) t.diagnostic(`${topic}: ${text} → ${understand(text).map((one) => one.topic)}`)
    assert.ok(of >= countMin)
    for (const { topic } of labelled(list)) assert.ok((topics as string[]).includes(topic), topic)
    assert.ok(rate >= atLeast, `${rate}`)
  })
}

test('The words that named a topic are told as they were written.', () => {
  const [first] = understand('I must Present to donors on Monday.')
  assert.deepEqual(first, { topic: 'public-speaking', from: ['Present'], isSure: true })
})

test('A text that names no topic names none, and a long list of topics is cut at five.', () => {
  for (const text of ['', '   ', '…', 'xyzzy', 'how do I do this?', '🐝🐝', 'constructor __proto__'])
    assert.deepEqual(understand(text), [], text)
  assert.equal(understand(topics.join(' ')).length, topicsUnderstoodMax)
})
