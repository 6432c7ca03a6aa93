import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Profile } from '#people/person'
import { attributes, everythingCounts, type Rules } from '#programmes/rules'
import { templateOf } from '#programmes/templates'
import type { Candidate } from './candidate.ts'
import { mentee, mentor } from './people.testing.ts'
import { forbidden, scoreCrowd } from './score.ts'

const reverse = templateOf('reverse-mentoring')!

function scoresOf(mentees: Candidate[], mentors: Candidate[], rules: Rules = everythingCounts): number[] {
  return [...scoreCrowd({ mentees, mentors, rules, apart: [] }).scores]
}

test('A pair that meets every criterion scores 1000, one that meets none scores 0.', () => {
  const asks = mentee('N', { field: 'Finance', unit: 'Tax', wantsHelpWith: ['Speaking'], gradeLevel: 3, languages: ['fr'] })
  const right = mentor('A', { field: ' finance', unit: 'Trade', canHelpWith: ['SPEAKING'], gradeLevel: 5, languages: ['fr-CH', 'en'] })
  const wrong = mentor('B', { field: 'Law', unit: 'tax', canHelpWith: ['Writing'], gradeLevel: 1, languages: ['ar'] })
  const rules = { ...everythingCounts, weights: { ...everythingCounts.weights, languages: 'off' as const, level: 'off' as const } }
  assert.deepEqual(scoresOf([asks], [right, wrong], rules), [1000, 0])
})

test('Words mean what they say: one essential thing outweighs two important ones, one important thing two nice ones.', () => {
  const asks = mentee('N', { wantsHelpWith: ['x'], field: 'F', country: 'IT', unit: 'U', languages: ['en', 'fr'] })
  const first = mentor('A', { canHelpWith: ['x'], field: 'G', country: 'FR', unit: 'U', languages: ['ar'] })
  const second = mentor('B', { canHelpWith: ['y'], field: 'F', country: 'IT', unit: 'V', languages: ['en', 'fr'] })
  const weigh = (weights: Partial<Rules['weights']>) =>
    scoresOf([asks], [first, second], { ...everythingCounts, weights: { ...everythingCounts.weights, ...weights } })
  const [essential, twoImportant] = weigh({ topics: 'essential', field: 'important', languages: 'important', country: 'off', unit: 'off' })
  assert.ok(essential! > twoImportant!)
  const [important, twoNice] = weigh({ topics: 'important', field: 'nice', languages: 'nice', country: 'off', unit: 'off' })
  assert.ok(important! > twoNice!)
})

test('What nobody tells weighs nothing; what one does not tell is worth half.', () => {
  const silent = scoresOf([mentee('N', { field: 'F' })], [mentor('A', { field: 'F' }), mentor('B', { field: 'G' }), mentor('C')])
  assert.deepEqual(silent, [1000, 0, 500])
  assert.deepEqual(scoresOf([mentee('N')], [mentor('A')]), [500])
})

const told = fc.option(fc.constantFrom('x', 'y', 'z', 'prefer not to say'), { nil: null })
const anyone = fc.record({ gender: told, ethnicity: told, identity: told, field: told })

test('Silence on a private attribute never lowers a rank, whatever the answer would have been.', () => {
  const preferring = (word: 'alike' | 'different'): Rules => ({
    ...everythingCounts,
    preferences: { ...everythingCounts.preferences, gender: word, ethnicity: word, identity: word },
  })
  const build = (
    { field, ...attributes }: { gender: string | null; ethnicity: string | null; identity: string | null; field: string | null },
    code: string,
  ) => mentor(code, { field }, { attributes })
  fc.assert(
    fc.property(
      fc.array(anyone, { minLength: 2, maxLength: 6 }),
      anyone,
      fc.constantFrom('alike', 'different'),
      fc.boolean(),
      (all, asking, word, wishes) => {
        const { field, ...attributes } = asking
        const asks = mentee('N', { field }, { attributes, wishes: wishes ? { gender: word, identity: word } : {} })
        const rankOfFirst = (first: typeof asking) => {
          const scores = scoresOf(
            [asks],
            [first, ...all.slice(1)].map((person, at) => build(person, `M${at}`)),
            preferring(word),
          )
          return scores.filter((score) => score > scores[0]!).length
        }
        const speaking = rankOfFirst(all[0]!)
        for (const attribute of ['gender', 'ethnicity', 'identity'] as const) {
          assert.ok(rankOfFirst({ ...all[0]!, [attribute]: null }) <= speaking)
          assert.equal(rankOfFirst({ ...all[0]!, [attribute]: 'Prefer not to say' }), rankOfFirst({ ...all[0]!, [attribute]: null }))
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('Reasons say of a private attribute that it is alike or differs, never what it is, and nothing where it is unknown.', () => {
  const secret = { gender: 'Qqq', ethnicity: 'Www', identity: 'Zzz', birthYear: '1960' }
  const asks = mentee('N', { gradeLevel: 9 }, { attributes: secret, wishes: { identity: 'alike' } })
  const rules = { ...reverse, preferences: { ...reverse.preferences, gender: 'alike' as const, ethnicity: 'alike' as const } }
  const juniors = [mentor('A', { gradeLevel: 2 }, { attributes: { ...secret, birthYear: '1999' } }), mentor('B', { gradeLevel: 2 })]
  const scored = scoreCrowd({ mentees: [asks], mentors: juniors, rules: { ...rules, hard: everythingCounts.hard }, apart: [] })
  const keys = (j: number) => scored.reasonsFor(0, j).map(({ key }) => key)
  assert.deepEqual(keys(0).sort(), [
    'reason.attribute.alike',
    'reason.attribute.alike',
    'reason.attribute.differs',
    'reason.level.below',
    'reason.wishes',
  ])
  assert.deepEqual(keys(1), ['reason.level.below'])
  assert.doesNotMatch(JSON.stringify([0, 1].map((j) => scored.reasonsFor(0, j))), /qqq|www|zzz|19\d\d/i)
})

test('Reasons come best first.', () => {
  const asks = mentee('N', { field: 'F', wantsHelpWith: ['a'], languages: ['en'], country: 'IT' })
  const gives = mentor('A', { field: 'F', canHelpWith: ['A'], languages: ['en'], country: 'IT' })
  const reasons = scoreCrowd({ mentees: [asks], mentors: [gives], rules: everythingCounts, apart: [] }).reasonsFor(0, 0)
  assert.deepEqual(
    reasons.map(({ criterion }) => criterion),
    ['topics', 'field', 'languages', 'country'],
  )
  assert.deepEqual(reasons[0]!.facts, { topics: ['a'], count: 1 })
})

test('A thousand by a thousand, with everything told, is scored in about a second.', () => {
  const pick = (at: number, count: number, prefix: string) => Array.from({ length: 3 }, (_, k) => `${prefix}${(at * 7 + k * 13) % count}`)
  const profile = (at: number): Partial<Profile> => ({
    field: `F${at % 9}`,
    unit: `U${at % 31}`,
    country: `C${at % 7}`,
    gradeLevel: at % 12,
    languages: ['en', ...pick(at, 5, 'q')],
    canHelpWith: pick(at, 60, 't'),
    wantsHelpWith: pick(at + 3, 60, 't'),
    zone: at % 2 === 0 ? 'Asia/Kabul' : 'Europe/Rome',
    freeHours: [
      { day: 1, from: 540, to: 720 },
      { day: 3, from: 600 + (at % 5) * 60, to: 1000 },
    ],
  })
  const said = (at: number) => ({ attributes: { gender: `g${at % 3}`, ethnicity: `e${at % 6}`, birthYear: String(1950 + (at % 50)) } })
  const mentees = Array.from({ length: 1_000 }, (_, at) => mentee(`N${at}`, profile(at), said(at)))
  const mentors = Array.from({ length: 1_000 }, (_, at) => mentor(`M${at}`, profile(at + 5), said(at + 1)))
  const start = performance.now()
  const { scores } = scoreCrowd({ mentees, mentors, rules: { ...reverse, weights: everythingCounts.weights }, apart: [] })
  const ms = performance.now() - start
  assert.ok(scores.some((score) => score > 0) && scores.some((score) => score === forbidden))
  assert.ok(ms < 4_000, `${ms} ms`)
})

test('Every score is a whole number from 0 to 1000, or the pair is forbidden.', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 5 }), (all) => {
      const people = all.map(({ field, ...given }, at) => mentor(`M${at}`, { field, gradeLevel: at }, { attributes: given }))
      const asking = all.map(({ field, ...given }, at) =>
        mentee(`N${at}`, { field, gradeLevel: at * 2 }, { attributes: given, wishes: { gender: 'alike' } }),
      )
      const rules = { ...everythingCounts, hard: { ...everythingCounts.hard, sameRequired: [attributes[0]] } }
      for (const score of scoresOf(asking, people, rules)) assert.ok(score === forbidden || (score >= 0 && score <= 1000))
    }),
  )
})
