import { attributes, type Criterion, type Rules, type WeightWord, weightOf } from '#programmes/rules'
import { wordsInCommon } from './bit-rows.ts'
import type { Candidate } from './candidate.ts'
import { likenessOf } from './likeness.ts'
import { pointsFull, unknown, wishesOf } from './measures.ts'
import { bitsInCommon, quartersPerHour } from './week.ts'

/** What a sentence is told: lists are put in words by the reader's language, `languages` as language names, `countries` as countries. */
export type ReasonFacts = Record<string, string | number | string[]>

/** One thing that speaks for a pair, as a sentence part: the key of a clause and what it is told. Plain data, to be kept as it is. */
export type Reason = {
  criterion: Criterion
  weight: WeightWord
  /** Of 1000, for this criterion alone. */
  points: number
  key: string
  facts: ReasonFacts
}

export type Measured = { criterion: Criterion; weight: WeightWord; points: number }

const pointsToMention = 500

/** What speaks for two people, best first: by weight times points, then in the order of the criteria. Unknowns are never a reason. */
export function reasonsOf(mentee: Candidate, mentor: Candidate, measured: readonly Measured[], rules: Rules): Reason[] {
  return measured
    .filter(({ points }) => points !== unknown && points >= pointsToMention)
    .flatMap(({ criterion, weight, points }) => {
      const said = sayable(criterion, mentee, mentor, rules)
      return said === null ? [] : [{ criterion, weight, points: Math.min(points, pointsFull), ...said }]
    })
    .sort((a, b) => weightOf[b.weight] * b.points - weightOf[a.weight] * a.points)
}

type Said = { key: string; facts: ReasonFacts } | null

const isAttribute = (criterion: Criterion): criterion is (typeof attributes)[number] =>
  (attributes as readonly string[]).includes(criterion)

function sayable(criterion: Criterion, mentee: Candidate, mentor: Candidate, rules: Rules): Said {
  if (isAttribute(criterion)) {
    const likeness = likenessOf(mentee, mentor, criterion)
    return likeness === 'unknown' ? null : { key: `reason.attribute.${likeness}`, facts: {} }
  }
  return sayableOf[criterion](mentee, mentor, rules)
}

const sayableOf: Record<Exclude<Criterion, (typeof attributes)[number]>, (mentee: Candidate, mentor: Candidate, rules: Rules) => Said> = {
  topics: (mentee, mentor) => {
    const topics = wordsInCommon(mentee.topics, mentor.topics).map(({ label }) => label)
    return { key: 'reason.topics', facts: { topics, count: topics.length } }
  },
  languages: (mentee, mentor) => {
    const languages = wordsInCommon(mentee.languages, mentor.languages).map(({ key }) => key)
    return { key: 'reason.languages', facts: { languages } }
  },
  hours: (mentee, mentor) => {
    const hours = Math.floor(bitsInCommon(mentee.week!, mentor.week!) / quartersPerHour)
    return hours === 0 ? null : { key: 'reason.hours', facts: { hours } }
  },
  level: (mentee, mentor) => {
    const grades = mentor.level! - mentee.level!
    const key = grades === 0 ? 'reason.level.same' : grades > 0 ? 'reason.level.above' : 'reason.level.below'
    return { key, facts: { grades: Math.abs(grades) } }
  },
  field: ({ field }, mentor) => alikeOr('field', field!.key === mentor.field!.key, { field: field!.label }),
  unit: ({ unit }, mentor) => alikeOr('unit', unit!.key === mentor.unit!.key, { unit: unit!.label }),
  country: ({ country }, mentor) => alikeOr('country', country!.key === mentor.country!.key, { countries: [country!.label] }),
  wishes: (mentee, mentor) => {
    const { asked, met } = wishesOf(mentee, mentor)
    return met > 0 && met === asked ? { key: 'reason.wishes', facts: {} } : null
  },
}

/** What two share may be named; of what differs, nothing is. */
function alikeOr(what: string, isAlike: boolean, facts: ReasonFacts): Said {
  return isAlike ? { key: `reason.${what}.alike`, facts } : { key: `reason.${what}.differs`, facts: {} }
}
