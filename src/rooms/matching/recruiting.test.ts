import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { everythingCounts, type Rules } from '#programmes/rules'
import { mentee, mentor } from '#scores/people.testing'
import { sayDear, sayHelp, sayRecruit } from './sentence.ts'
import { suggest } from './suggest.ts'

const say = sayTo(unknownReader)
const rules = everythingCounts
const withHard = (hard: Partial<Rules['hard']>): Rules => ({ ...rules, hard: { ...rules.hard, ...hard } })
const oneLanguage = withHard({ languagesInCommonMin: 1 })

test('Who is left over for want of a language: how many mentors who speak it would place how many.', () => {
  const mentors = [mentor('A', { languages: ['en'] }, { capacity: 2 }), mentor('B', { languages: ['en'] }, { capacity: 2 })]
  const pashto = ['1', '2', '3', '4', '5'].map((at) => mentee(`P${at}`, { languages: ['ps'] }))
  const french = mentee('F', { languages: ['fr'] })
  const { recruiting } = suggest({
    mentees: [...pashto, french, mentee('E', { languages: ['en'] })],
    mentors,
    rules: oneLanguage,
    apart: [],
  })
  assert.deepEqual(
    recruiting.map(({ languages, mentors: count, placed }) => [languages, count, placed]),
    [
      [['ps'], 3, 5],
      [['fr'], 1, 1],
    ],
  )
  const left = suggest({ mentees: [...pashto, french], mentors, rules: oneLanguage, apart: [] }).unmatched
  const helped = new Map(left.map(({ mentee: id, help }) => [id, help && sayHelp(say, help)]))
  assert.equal(helped.get('P1'), 'One more mentor who speaks Pashto would help.')
  assert.equal(helped.get('F'), 'One more mentor who speaks French would help.')
  assert.match(sayRecruit(say, recruiting[0]!), /^(3|Three) more mentors who speak Pashto would place (5|five) people\.$/)
})

test('Whom the first kind places, the next does not place again.', () => {
  const mentors = [mentor('A', { languages: ['en'] })]
  const mentees = [mentee('B', { languages: ['ps', 'fr'] }), mentee('P', { languages: ['ps'] })]
  const { recruiting } = suggest({ mentees, mentors, rules: oneLanguage, apart: [] })
  assert.deepEqual(
    recruiting.map(({ languages, placed }) => [languages, placed]),
    [[['ps'], 2]],
  )
})

test('Chains count: a newcomer takes one who was placed, whose place frees for another.', () => {
  const mentors = [mentor('A', { languages: ['ps'] })]
  const both = mentee('B', { languages: ['ps', 'fr'] })
  const only = mentee('P', { languages: ['ps'] })
  const { recruiting } = suggest({ mentees: [both, only], mentors, rules: oneLanguage, apart: [] })
  assert.deepEqual(
    recruiting.map(({ languages, placed }) => [languages, placed]),
    [[['ps'], 1]],
  )
})

test('Nobody is to be looked for where nobody is left over; then places are dear by what they would add.', () => {
  const mentors = [mentor('A', { field: 'F' }), mentor('B', { field: 'G' })]
  const mentees = [mentee('N', { field: 'F' }), mentee('O', { field: 'F' })]
  const { recruiting, dearest } = suggest({ mentees, mentors, rules, apart: [] })
  assert.deepEqual(recruiting, [])
  assert.deepEqual(dearest, [{ mentor: 'A', points: 1000, isShort: false }])
  const [dear] = dearest
  assert.match(sayDear(say, dear!, 'Lena'), /^One more place with Lena .*1,000 points/)
})

test('A place where places are short would place one more.', () => {
  const { dearest } = suggest({ mentees: [mentee('N'), mentee('O')], mentors: [mentor('A')], rules, apart: [] })
  assert.deepEqual([dearest[0]?.mentor, dearest[0]?.isShort], ['A', true])
})

test('A pinned pair neither asks for a newcomer nor takes one’s place.', () => {
  const mentors = [mentor('A', { languages: ['ps'] })]
  const mentees = [mentee('N', { languages: ['ps'] }), mentee('O', { languages: ['ps'] })]
  const pins = [{ mentee: 'N', mentor: 'A' }]
  const { recruiting } = suggest({ mentees, mentors, rules: oneLanguage, apart: [], pins })
  assert.deepEqual(
    recruiting.map(({ mentors: count, placed }) => [count, placed]),
    [[1, 1]],
  )
})

test('What somebody told in private is in no line: a required likeness is asked for without its name.', () => {
  const asks = mentee('N', { languages: ['ps'] }, { attributes: { gender: 'woman' } })
  const offers = mentor('A', { languages: ['ps'] }, { attributes: { gender: 'man' } })
  const { recruiting } = suggest({ mentees: [asks], mentors: [offers], rules: withHard({ sameRequired: ['gender'] }), apart: [] })
  assert.deepEqual([recruiting[0]?.isAlikeAsked, recruiting[0]?.placed], [true, 1])
  assert.doesNotMatch(JSON.stringify(recruiting) + sayRecruit(say, recruiting[0]!), /woman|gender/)
})
