import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayTo, unknownReader } from '#ground/words'
import { everythingCounts } from '#programmes/rules'
import { mentee, mentor } from '#scores/people.testing'
import { sayEmpty, sayReasons, sayWhy } from './sentence.ts'
import { type Choice, suggest } from './suggest.ts'

const say = sayTo(unknownReader)
const dari = sayTo({ ...unknownReader, language: 'fa-AF' })
const rules = everythingCounts
const oneLanguage = { ...rules, hard: { ...rules.hard, languagesInCommonMin: 1 } }

test('A pair says what speaks for it in one sentence, in the reader’s language.', () => {
  const asks = mentee('N', { field: 'Finance', wantsHelpWith: ['public speaking', 'budgets'], languages: ['fr'] })
  const gives = mentor('A', { field: 'finance', canHelpWith: ['Budgets', 'Public speaking'], languages: ['fr', 'en'] })
  const [pair] = suggest({ mentees: [asks], mentors: [gives], rules, apart: [] }).pairs
  const english = 'The mentee asked for public speaking and budgets, which the mentor offers; both are in Finance; they share French.'
  assert.equal(sayReasons(say, pair!.reasons), english)
  assert.match(sayReasons(dari, pair!.reasons), /^رهجو .*فرانسوی.*\.$/)
  assert.equal(sayReasons(say, JSON.parse(JSON.stringify(pair!.reasons))), english)
  assert.match(sayReasons(say, []), /^Nothing in particular/)
})

test('The runner-up is the best other mentor whom they may meet, with the points between.', () => {
  const mentors = [mentor('A', { field: 'F' }), mentor('B', { field: 'G' }), mentor('C', { field: 'F' }, { capacity: 0 })]
  const [pair] = suggest({ mentees: [mentee('N', { field: 'F' })], mentors, rules, apart: [] }).pairs
  assert.deepEqual([pair!.mentor, pair!.runnerUp], ['A', { mentor: 'B', score: 0, behind: 1000 }])
  const alone = suggest({ mentees: [mentee('N')], mentors: [mentor('A')], rules, apart: [] })
  assert.equal(alone.pairs[0]!.runnerUp, null)
})

test('No mentors, no places, nobody eligible, all full: each is said as it is.', () => {
  const pashto = mentee('N', { languages: ['ps'] })
  const why = (...args: Parameters<typeof suggest>) => sayWhy(say, suggest(...args).unmatched[0]!.why)
  assert.equal(why({ mentees: [pashto], mentors: [], rules, apart: [] }), 'There are no mentors.')
  assert.equal(why({ mentees: [pashto], mentors: [mentor('A', {}, { capacity: 0 })], rules, apart: [] }), 'No mentor has a place.')
  const english = [mentor('A', { languages: ['en'] }), mentor('B', { languages: ['en'] })]
  assert.match(
    why({ mentees: [pashto], mentors: english, rules: oneLanguage, apart: [] }),
    /^2 mentors of 2 have too few .* they speak Pashto\.$/,
  )
  const all = [...english, mentor('C', { languages: ['ps'] })]
  const full = suggest({ mentees: [pashto, mentee('O', { languages: ['ps'] })], mentors: all, rules: oneLanguage, apart: [] })
  const [left] = full.unmatched
  assert.deepEqual(left!.why, { kind: 'full', mentors: 1, competing: 2, places: 1 })
  assert.match(sayWhy(dari, left!.why), /۲ نفر خواهان ۱ جا/)
  assert.deepEqual(suggest({ mentees: [], mentors: all, rules, apart: [] }).summary.matched, 0)
})

test('Under a floor in points, who is left over is told that those above it are full, not all whom they may meet.', () => {
  const mentors = [mentor('A', { field: 'F' }), mentor('B', { field: 'G' })]
  const mentees = ['N', 'O'].map((code) => mentee(code, { field: 'F' }))
  const left = (choice: Choice) => suggest({ mentees, mentors, rules, apart: [], ...choice }).unmatched.map(({ why }) => why)
  const full = { kind: 'full', mentors: 1, competing: 2, places: 1, floor: 600 } as const
  assert.deepEqual(left({ floor: 600 }), [full])
  assert.equal(
    sayWhy(say, full),
    'The only mentor with whom they would reach the floor of 600 points is full: 2 mentees compete for 1 place.',
  )
  assert.match(sayWhy(say, { ...full, mentors: 3 }), /^All 3 mentors with whom they would reach the floor of 600 points are full: /)
  assert.match(sayWhy(dari, full), /^یگانه رهنمایی که با او به کمینهٔ ۶۰۰ امتیاز می‌رسند جای خالی ندارد: ۲ نفر خواهان ۱ جا/)
  const outranked = left({ floor: 600, method: 'stable' })
  assert.deepEqual(outranked, [{ kind: 'outranked', mentors: 1, floor: 600 }])
  assert.match(sayWhy(say, outranked[0]!), /floor of 600 points is full with people who suit that mentor better\.$/)
  assert.match(sayWhy(dari, outranked[0]!), /۶۰۰ امتیاز/)
  const two = mentees.concat(mentee('P', { field: 'G' }), mentee('Q', { field: 'G' }))
  const all = suggest({ mentees: two, mentors, rules, apart: [], floor: 0 }).unmatched
  assert.deepEqual(
    all.map(({ why }) => 'floor' in why),
    [false, false],
    'a floor that shuts nobody out is not blamed',
  )
})

test('A round with nothing to suggest says which rule emptied it.', () => {
  const pashto = mentee('N', { languages: ['ps'] })
  const english = mentor('A', { languages: ['en'] })
  const empty = (...args: Parameters<typeof suggest>) => sayEmpty(say, suggest(...args).empty!)
  assert.equal(empty({ mentees: [], mentors: [english], rules, apart: [] }), 'There are no mentees to match.')
  assert.equal(empty({ mentees: [pashto], mentors: [], rules, apart: [] }), 'There are no mentors to match.')
  assert.match(empty({ mentees: [pashto], mentors: [mentor('A', {}, { capacity: 0 })], rules, apart: [] }), /no place/)
  const sentence = empty({ mentees: [pashto], mentors: [english, mentor('B')], rules: oneLanguage, apart: [] })
  assert.equal(sentence, 'No two people may meet. The rule on languages in common forbids 2 of 2 pairs.')
  assert.equal(suggest({ mentees: [pashto], mentors: [english], rules, apart: [] }).empty, null)
})

test('Where two rules empty a list together, both are said.', () => {
  const asks = mentee('N', { languages: ['ps'], unit: 'U' })
  const mentors = [mentor('A', { languages: ['ps'], unit: 'U' }), mentor('B', { languages: ['en'], unit: 'V' })]
  const both = { ...oneLanguage, hard: { ...oneLanguage.hard, sameUnit: 'forbidden' as const } }
  const [left] = suggest({ mentees: [asks], mentors, rules: both, apart: [] }).unmatched
  assert.match(
    sayWhy(say, left!.why),
    /1 mentor of 2 .*Pashto\..*1 mentor of 2 is in their own unit|1 mentor of 2 is in their own unit\. 1 mentor of 2 .*Pashto/,
  )
})

test('A pin stands; one that a rule forbids is refused by the rule’s name.', () => {
  const mentors = [mentor('A', { field: 'F' }), mentor('B', { field: 'G', languages: ['en'] })]
  const mentees = [mentee('N', { field: 'F', languages: ['ps'] }), mentee('O', { field: 'F' })]
  const { pairs } = suggest({ mentees, mentors, rules, apart: [], pins: [{ mentee: 'N', mentor: 'B' }] })
  assert.deepEqual(
    pairs.map((pair) => [pair.mentee, pair.mentor, pair.pinned]),
    [
      ['N', 'B', true],
      ['O', 'A', false],
    ],
  )
  const refusal = (reason: string, facts: object) => (error: { reason?: string; facts?: object }) => {
    assert.deepEqual([error.reason, error.facts], [reason, facts])
    return true
  }
  assert.throws(
    () => suggest({ mentees, mentors, rules: oneLanguage, apart: [], pins: [{ mentee: 'N', mentor: 'B' }] }),
    refusal('matching.pinNotAllowed', { mentee: 'N', mentor: 'B', rule: 'languages' }),
  )
  const twice = [
    { mentee: 'N', mentor: 'A' },
    { mentee: 'O', mentor: 'A' },
  ]
  assert.throws(
    () => suggest({ mentees, mentors, rules, apart: [], pins: twice }),
    refusal('matching.pinNoPlace', { mentee: 'O', mentor: 'A' }),
  )
  assert.throws(
    () => suggest({ mentees, mentors, rules, apart: [], pins: [{ mentee: 'X', mentor: 'A' }] }),
    refusal('matching.pinUnknown', {}),
  )
})

test('A wish decides between equal totals: who is known to meet it comes before who is silent.', () => {
  const wishing = mentee('N', {}, { preferredIdentity: 'Lesbian' })
  for (const codes of [
    ['A', 'B'],
    ['B', 'A'],
  ]) {
    const mentors = [mentor(codes[0]!, {}, { attributes: { identity: 'Gay, Lesbian' } }), mentor(codes[1]!)]
    assert.equal(suggest({ mentees: [wishing], mentors, rules, apart: [] }).pairs[0]!.mentor, codes[0])
  }
})

test('A standing pair stays where the total loses less than the bonus; a better worst pair goes before that.', () => {
  const mentors = [mentor('A', { field: 'F', country: 'IT' }), mentor('B', { field: 'F', country: 'FR' })]
  const crowd = {
    mentees: [mentee('N', { field: 'F', country: 'IT' })],
    mentors,
    rules,
    apart: [],
    standing: [{ mentee: 'N', mentor: 'B' }],
  }
  assert.equal(suggest({ ...crowd, floor: 'none', bonus: 249 }).pairs[0]!.mentor, 'A')
  assert.equal(suggest({ ...crowd, floor: 'none', bonus: 251 }).pairs[0]!.mentor, 'B')
  assert.equal(suggest({ ...crowd, floor: 'highest', bonus: 251 }).pairs[0]!.mentor, 'A')
})

test('The same people in any order get the same suggestions.', () => {
  const some = fc.record({ field: fc.constantFrom('F', 'G', null), gradeLevel: fc.option(fc.nat(4)), capacity: fc.nat(2) })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 9 }), fc.array(some, { maxLength: 9 }), (givers, askers) => {
      const mentors = givers.map(({ capacity, ...profile }, at) => mentor(`M${at}`, profile, { capacity }))
      const mentees = askers.map(({ capacity: _, ...profile }, at) => mentee(`N${at}`, profile))
      const straight = suggest({ mentees, mentors, rules, apart: [] })
      assert.deepEqual(suggest({ mentees: mentees.toReversed(), mentors: mentors.toReversed(), rules, apart: [] }), straight)
    }),
  )
})
