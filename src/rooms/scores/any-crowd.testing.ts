import fc from 'fast-check'
import type { Profile } from '#people/person'
import { attributes, preferenceWords, type Rules, rulesSchema, weightWords } from '#programmes/rules'
import type { Enrolled } from './candidate.ts'
import type { Apart } from './hard-rules.ts'
import { mentee, mentor } from './people.testing.ts'
import type { Crowd } from './score.ts'

const words = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })
const oneOf = (list: readonly string[]) => maybe(fc.constantFrom(...list))
const someOf = (list: readonly string[], most: number) => fc.uniqueArray(fc.constantFrom(...list), { maxLength: most })

const said = { gender: words('g', 3), ethnicity: words('e', 3), birthYear: ['1960', '1970', '1980', '1990'], disability: words('d', 2) }
const freeHours = fc.array(
  fc.record({ day: fc.constantFrom(1 as const, 2 as const), from: fc.constantFrom(540, 600), to: fc.constantFrom(660, 720, 900) }),
  { maxLength: 2 },
)

/** Someone of whom anything may be known or not, from so few values that people have much in common. */
const person = fc.record({
  profile: fc.record({
    unit: oneOf(words('U', 3)),
    gradeLevel: maybe(fc.integer({ min: 1, max: 6 })),
    lineManagerCode: oneOf([...words('M', 3), ...words('N', 3)]),
    country: oneOf(words('C', 3)),
    field: oneOf(words('F', 3)),
    languages: someOf(['en', 'fr', 'es', 'fa', 'ar'], 4),
    freeHours: maybe(freeHours),
  }),
  topics: someOf(words('t', 12), 11),
  more: fc.record({
    organisation: oneOf(['one', 'two']),
    capacity: fc.nat(2),
    attributes: fc.record({
      ...Object.fromEntries(Object.entries(said).map(([of, values]) => [of, oneOf(values)])),
      identity: oneOf(['a,b', 'a', 'c']),
    }),
    wishes: fc.dictionary(fc.constantFrom(...attributes), fc.constantFrom('alike' as const, 'different' as const), { maxKeys: 2 }),
    preferredIdentity: oneOf(['a', 'b,c']),
  }),
})

const grades = fc.record({
  mentorStands: fc.constantFrom('above', 'below'),
  min: fc.nat(2),
  max: maybe(fc.integer({ min: 2, max: 4 })),
})

/** Rules of any weights, of which the hard ones are mostly few, or nobody could meet. */
const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    hard: fc.record(
      {
        lineManagement: fc.constantFrom('chain', 'manager', 'allowed'),
        sameUnit: fc.constantFrom('forbidden', 'allowed'),
        conflicts: fc.constantFrom('forbidden', 'allowed'),
        languagesInCommonMin: fc.nat(3),
        hoursInCommonMin: fc.nat(2),
        grades: maybe(grades),
        sameRequired: fc.subarray([...attributes], { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    weights: fc.dictionary(fc.constantFrom(...criteria()), fc.constantFrom(...weightWords)),
    preferences: fc.dictionary(fc.constantFrom('field', 'unit', 'country', ...attributes), fc.constantFrom(...preferenceWords)),
    bestLevel: grades,
  })
  .map((rules) => rulesSchema.parse(rules))

function criteria() {
  return ['topics', 'languages', 'hours', 'level', 'field', 'unit', 'country', 'wishes', ...attributes] as const
}

type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

const profileOf = ({ profile, topics }: Person): Partial<Profile> => ({ ...profile, canHelpWith: topics, wantsHelpWith: topics })

/** Any crowd up to so many, with all criteria and hard rules; some people are on both sides. */
export function anyCrowd(menteesMost: number, mentorsMost: number, mentorsLeast = 0): fc.Arbitrary<Crowd> {
  const ids = [...words('N', menteesMost), ...words('M', mentorsMost)]
  const apart: fc.Arbitrary<Apart> = fc.record({
    one: fc.constantFrom(...ids),
    other: fc.constantFrom(...ids),
    why: fc.constantFrom('mustNot', 'conflict'),
  })
  return fc
    .record({
      mentees: fc.array(person, { maxLength: menteesMost }),
      mentors: fc.array(person, { minLength: mentorsLeast, maxLength: mentorsMost, size: 'max' }),
      rules: anyRules,
      apart: fc.array(apart, { maxLength: 12 }),
      both: fc.nat(2),
    })
    .map(({ mentees, mentors, rules, apart, both }) => ({
      mentees: mentees.map((one, at) => mentee(at < both ? `M${at}` : `N${at}`, profileOf(one), one.more as Partial<Enrolled>)),
      mentors: mentors.map((one, at) => mentor(`M${at}`, profileOf(one), one.more as Partial<Enrolled>)),
      rules,
      apart,
    }))
}
