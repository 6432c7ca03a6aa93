import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PathwayForm, Question } from '#programmes/pathway-forms'
import { readAnswers } from './read-answers.ts'

const question = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  ...{ key, kind, ask: { en: key }, choices: [], benefit: false, watch: false, required: true, seen: 'partner' },
  ...more,
})
const formOf = (...questions: Question[]): PathwayForm => ({ key: 'F', name: { en: 'F' }, by: 'both', questions })
const choices = ['stay', 'go'].map((key) => ({ key, says: { en: key } }))

function read(form: PathwayForm, values: Record<string, string | string[]>) {
  const answered = readAnswers(form, Object.fromEntries(Object.entries(values).map(([key, value]) => [`answer-${key}`, value])))
  return 'slips' in answered ? answered.slips.map(({ field, key }) => `${field} ${key}`) : answered.read
}

test('Each kind of question is answered in its own way, in any digits and calendar.', () => {
  const form = formOf(
    question('a', 'scale'),
    question('b', 'yes-no'),
    question('c', 'choice', { choices }),
    question('d', 'choices', { choices }),
    question('e', 'text', { seen: 'coordinator' }),
    question('f', 'whole'),
    question('g', 'date'),
    question('h', 'attainment'),
    question('i', 'nought-to-ten'),
  )
  const values = { a: '۴', b: 'no', c: 'go', d: ['stay', 'go', 'go'], e: ' two\r\nlines ', f: '٤٥', g: '2 Qaws 1405', h: '-2', i: '10' }
  const answered = read(form, values)
  assert.ok('answers' in answered)
  assert.deepEqual(
    answered.answers.map(({ choice, words }) => choice ?? words),
    [4, 'no', 'go', ['stay', 'go'], 'two\nlines', 45, '2026-11-23', -2, 10],
  )
  assert.deepEqual(new Set(answered.answers.map(({ seen }) => seen)), new Set(['partner', 'coordinator']))
})

test('Every slip is named at once: missing, out of bounds, no such choice, too long.', () => {
  const form = formOf(question('a', 'scale'), question('b', 'choice', { choices }), question('c', 'text'), question('d', 'whole'))
  assert.deepEqual(
    read(form, {}),
    ['a', 'b', 'c', 'd'].map((key) => `answer-${key} slip.feedback.answer`),
  )
  assert.deepEqual(read(form, { a: '6', b: 'leave', c: 'x'.repeat(2_001), d: '-1' }), [
    'answer-a slip.choose',
    'answer-b slip.choose',
    'answer-c slip.too-long',
    'answer-d slip.whole',
  ])
})

test('What need not be answered may be left; what is not asked is not looked at.', () => {
  const form = formOf(question('a', 'text', { required: false }), question('b', 'choices', { choices, required: false }))
  assert.deepEqual(read(form, { other: 'anything' }), { answers: [], benefit: null, watch: false })
})

test('A side benefits as far as its least good answer says.', () => {
  const form = formOf(question('a', 'scale', { benefit: true }), question('b', 'attainment', { benefit: true }), question('c', 'scale'))
  const benefit = (a: string, b: string) => {
    const answered = read(form, { a, b, c: '1' })
    return 'answers' in answered ? answered.benefit : 'slips'
  }
  assert.deepEqual(
    [benefit('4', '0'), benefit('3', '2'), benefit('5', '-1'), benefit('5', '-2'), benefit('2', '2')],
    ['yes', 'partly', 'partly', 'no', 'no'],
  )
})

test('Something is to be looked at where an answer that is watched is low, and only there.', () => {
  const form = formOf(question('safe', 'scale', { watch: true, seen: 'nobody' }), question('other', 'scale'))
  const watch = (safe: string, other: string) => {
    const answered = read(form, { safe, other })
    return 'answers' in answered && answered.watch
  }
  assert.deepEqual([watch('2', '5'), watch('1', '5'), watch('3', '1'), watch('5', '1')], [true, true, false, false])
})

test('No text, however strange, is read as anything but what it is, or a slip.', () => {
  const form = formOf(question('a', 'scale'), question('b', 'text'), question('c', 'nought-to-ten'))
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
      const answered = read(form, { a, b, c })
      if (!('answers' in answered)) return answered.length > 0
      return answered.answers.every(({ choice, words }) => words !== null || (Number(choice) >= 0 && Number(choice) <= 10))
    }),
  )
})
