import type { Attribute } from '#people/person'
import { attributes, type Criterion, type Rules, weightOf } from '#programmes/rules'
import type { Candidate } from './candidate.ts'
import { barred, type Category, categoryOf, type ToldOf } from './category.ts'
import type { HardRule } from './hard-rules.ts'
import { likenessOf } from './likeness.ts'
import { type Measure, pointsFull, unknown } from './measures.ts'
import { neutralPoints } from './score.ts'

type Breaks = HardRule['breaks']

/** What is asked of a pair, by the places of the two. */
export type Asked = {
  mentees: readonly Candidate[]
  mentors: readonly Candidate[]
  measures: readonly Measure[]
  rules: readonly HardRule[]
  sameRequired: Rules['hard']['sameRequired']
}

/** Criteria and rules that go by one value of each person; those with too many values for a table are asked pair by pair. */
export type ByValue = { categories: Category[]; late: Weighted[]; lateRules: Breaks[] }

/** A criterion's points times its weight, `neutralPoints` where unknown. */
export type Weighted = { worth(mentee: number, mentor: number): number; most: number }

export function weighted(measures: readonly Measure[], criterion: Criterion): Weighted | null {
  const measure = measures.find((one) => one.criterion === criterion)
  if (measure === undefined) return null
  const times = weightOf[measure.weight]
  const worth = (i: number, j: number) => {
    const points = measure.points(i, j)
    return times * (points === unknown ? neutralPoints : points)
  }
  return { worth, most: times * pointsFull }
}

export function byValue({ mentees, mentors, measures, rules, sameRequired }: Asked): ByValue {
  const found: ByValue = { categories: [], late: [], lateRules: [] }
  const breaks = (name: HardRule['name']) => rules.find((rule) => rule.name === name)?.breaks
  const add = (criterion: Criterion, told: ToldOf, rule?: Breaks) => {
    const measure = weighted(measures, criterion)
    if (measure === null && rule === undefined) return
    const worth = (i: number, j: number) => (rule?.(i, j) ? barred : (measure?.worth(i, j) ?? 0))
    const category = categoryOf(mentees, mentors, told, worth, measure?.most ?? 0)
    if (category !== null) found.categories.push(category)
    if (category === null && measure !== null) found.late.push(measure)
    if (category === null && rule !== undefined) found.lateRules.push(rule)
  }
  const sameUnit = breaks('sameUnit')
  add('level', ({ level }) => level, breaks('grade'))
  add('field', ({ field }) => field?.key ?? null)
  add('unit', ({ unit, organisation }) => unit && (sameUnit ? JSON.stringify([unit.key, organisation]) : unit.key), sameUnit)
  add('country', ({ country }) => country?.key ?? null)
  for (const of of attributes) {
    const differs = (i: number, j: number) => likenessOf(mentees[i]!, mentors[j]!, of) !== 'alike'
    add(of, (candidate) => saidOf(candidate, of), sameRequired.includes(of) ? differs : undefined)
  }
  return found
}

function saidOf({ attributes }: Candidate, of: Attribute): string | null {
  const said = attributes[of]
  return said === undefined ? null : JSON.stringify(said)
}
