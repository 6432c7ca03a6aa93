import { z } from 'zod'
import type { Facts } from '#ground/refusal'
import type { Attribute } from '#people/person'

export const attributes = ['gender', 'ethnicity', 'birthYear', 'disability', 'identity'] as const satisfies readonly Attribute[]

/** What can make two people a good pair, in the order in which a coordinator reads them. */
export const criteria = ['topics', 'languages', 'hours', 'level', 'field', 'unit', 'country', 'wishes', ...attributes] as const
export type Criterion = (typeof criteria)[number]

/** Criteria where being alike may be wanted, or being different. */
export const comparable = ['field', 'unit', 'country', ...attributes] as const
export type Comparable = (typeof comparable)[number]

export const weightWords = ['essential', 'important', 'nice', 'off'] as const
export type WeightWord = (typeof weightWords)[number]

export const preferenceWords = ['alike', 'different', 'none'] as const
export type PreferenceWord = (typeof preferenceWords)[number]

/** Each word counts three times the next, so that one essential thing outweighs two important ones. */
export const weightOf: Record<WeightWord, number> = { essential: 9, important: 3, nice: 1, off: 0 }

export const ruleLimits = {
  languagesInCommonMax: 12,
  hoursInCommonMax: 168,
  gradesApartMax: 30,
  lengthWeeksMax: 260,
  answerWorkingDaysMax: 30,
  capacityMax: 20,
} as const

const whole = (from: number, to: number) => z.int().min(from).max(to)

const gradesApart = {
  /** Where the mentor stands, seen from the mentee; below is reverse mentoring. */
  mentorStands: z.enum(['above', 'below']),
  min: whole(0, ruleLimits.gradesApartMax).default(0),
  max: whole(0, ruleLimits.gradesApartMax).nullable().default(null),
}

const hard = z.strictObject({
  /** Who in the line of management may not be the partner, either way: only the next one, or anyone in the line. */
  lineManagement: z.enum(['chain', 'manager', 'allowed']).default('allowed'),
  sameUnit: z.enum(['forbidden', 'allowed']).default('allowed'),
  /** Declared conflicts of interest; pairs that must not meet are forbidden whatever stands here. */
  conflicts: z.enum(['forbidden', 'allowed']).default('forbidden'),
  languagesInCommonMin: whole(0, ruleLimits.languagesInCommonMax).default(0),
  /** Hours a week in which both are free. */
  hoursInCommonMin: whole(0, ruleLimits.hoursInCommonMax).default(0),
  grades: z.strictObject(gradesApart).nullable().default(null),
  /** Attributes that both must have given alike: same-sex where that is required. */
  sameRequired: z.array(z.enum(attributes)).max(attributes.length).default([]),
})

const weights = z.strictObject({
  topics: z.enum(weightWords).default('essential'),
  languages: z.enum(weightWords).default('important'),
  hours: z.enum(weightWords).default('important'),
  level: z.enum(weightWords).default('important'),
  field: z.enum(weightWords).default('important'),
  unit: z.enum(weightWords).default('nice'),
  country: z.enum(weightWords).default('nice'),
  wishes: z.enum(weightWords).default('important'),
  gender: z.enum(weightWords).default('nice'),
  ethnicity: z.enum(weightWords).default('nice'),
  birthYear: z.enum(weightWords).default('nice'),
  disability: z.enum(weightWords).default('nice'),
  identity: z.enum(weightWords).default('nice'),
})

const preferences = z.strictObject({
  field: z.enum(preferenceWords).default('alike'),
  unit: z.enum(preferenceWords).default('different'),
  country: z.enum(preferenceWords).default('alike'),
  gender: z.enum(preferenceWords).default('none'),
  ethnicity: z.enum(preferenceWords).default('none'),
  birthYear: z.enum(preferenceWords).default('none'),
  disability: z.enum(preferenceWords).default('none'),
  identity: z.enum(preferenceWords).default('none'),
})

const rulesShape = {
  hard: hard.prefault({}),
  weights: weights.prefault({}),
  preferences: preferences.prefault({}),
  /** The distance between grades that is best; further off is worth less, grade by grade. */
  bestLevel: z.strictObject(gradesApart).prefault({ mentorStands: 'above', min: 1, max: 3 }),
  /** Where people could be endangered by what they tell of themselves: nobody is asked, and nothing of it is compared. */
  withoutAttributes: z.boolean().default(false),
}

type AsksOfAttributes = { withoutAttributes: boolean; hard: z.output<typeof hard>; preferences: z.output<typeof preferences> }

/** A programme without attributes has no rule that needs one. */
export function asksForNone({ withoutAttributes, hard: { sameRequired }, preferences: preferred }: AsksOfAttributes): boolean {
  return !withoutAttributes || (sameRequired.length === 0 && attributes.every((attribute) => preferred[attribute] === 'none'))
}
const forbidden = { path: ['withoutAttributes'], error: 'attributes' }

const answerWorkingDaysMax = whole(1, ruleLimits.answerWorkingDaysMax)
const capacity = z.strictObject({ mentor: whole(0, ruleLimits.capacityMax), mentee: whole(1, ruleLimits.capacityMax) })
const wishesAsked = z.array(z.enum(['topics', 'languages', 'hours', 'field', 'attributes', 'alikeOrDifferent'])).max(6)

/** How a kind of programme is matched, when nobody says otherwise. */
export const matchingShape = {
  /** Working days to say yes or no before the next is asked. */
  answerWorkingDaysMax: answerWorkingDaysMax.default(3),
  capacity: capacity.default({ mentor: 1, mentee: 1 }),
  /** What people are asked to say of themselves and of whom they would like to meet. */
  wishesAsked: wishesAsked.default(['topics', 'languages', 'hours']),
  ...rulesShape,
}

export const rulesSchema = z.strictObject(rulesShape).refine(asksForNone, forbidden)
const rulesFileSchema = z
  .strictObject({
    ...z.strictObject({ answerWorkingDaysMax, capacity, wishesAsked }).partial().shape,
    ...rulesShape,
  })
  .refine(asksForNone, forbidden)

/** What a programme wants of its pairs. */
export type Rules = z.output<typeof rulesSchema>

/** Everything that can be compared counts, and nothing forbids. */
export const everythingCounts: Rules = rulesSchema.parse({})

/** One thing to mend in a rules file, by the key of its sentence. `at` is where it stands: `hard.grades.min`. */
export type RuleSlip = { key: string; facts: Facts }

/** A rules file: the rules, and how many partners a mentor takes where the file says so. */
export type RulesFile = { rules: Rules; mentorPlaces: number | null }

/** Rules from a file, in the format of a pathway's `matching`; what it leaves out stays as in `everythingCounts`. Every slip at once. */
export function readRules(text: string): RulesFile | { slips: RuleSlip[] } {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { slips: [{ key: 'slip.rules.json', facts: {} }] }
  }
  const read = rulesFileSchema.safeParse(given)
  if (!read.success) return { slips: read.error.issues.flatMap(slipsOf) }
  const { hard, weights, preferences, bestLevel, withoutAttributes, capacity } = read.data
  return { rules: { hard, weights, preferences, bestLevel, withoutAttributes }, mentorPlaces: capacity?.mentor ?? null }
}

function slipsOf(issue: z.core.$ZodIssue): RuleSlip[] {
  const at = issue.path.join('.') || '{ }'
  if (issue.code === 'custom') return [{ key: 'slip.rules.without-attributes', facts: {} }]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key: 'slip.rules.unknown', facts: { at: [...issue.path, key].join('.') } }))
  }
  if (issue.code === 'invalid_value') return [{ key: 'slip.rules.choice', facts: { at, choices: issue.values.map(String).join(', ') } }]
  if (issue.code === 'too_small' && issue.origin !== 'array')
    return [{ key: 'slip.rules.least', facts: { at, least: Number(issue.minimum) } }]
  if (issue.code === 'too_big' && issue.origin !== 'array') return [{ key: 'slip.rules.most', facts: { at, most: Number(issue.maximum) } }]
  return [{ key: 'slip.rules.shape', facts: { at } }]
}
