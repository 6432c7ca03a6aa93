import { weightOf } from '#programmes/rules'
import { type BarredPairs, barredPairsOf } from './barred-pairs.ts'
import type { Candidate } from './candidate.ts'
import { byValue, type Weighted, weighted } from './categories.ts'
import { barred, type Category, categoryOf } from './category.ts'
import { type HardRule, hardRulesOf } from './hard-rules.ts'
import { hasWish, type Measure, measuresOf } from './measures.ts'
import { type Crowd, inOrderOfCode, neutralPoints } from './score.ts'
import { type WordSets, wordSetsOf } from './word-sets.ts'

type People = readonly Candidate[]

/**
 * A crowd made ready to find good pairs without looking at all of them. People are named by their places in `mentees` and
 * `mentors`, which stand in order of code as in `scoreCrowd`; a pair's sum is its points times their weights.
 */
export type Scorer = {
  mentees: People
  mentors: People
  /** Places of each mentor. */
  capacity: Int32Array
  /** All weights together; 1 where nothing counts. */
  weights: number
  /** What every pair gets, whoever they are. */
  base: number
  topics: { weight: number; sets: WordSets }
  /** Fewer than `min` in common bar the pair. */
  languages: { weight: number; min: number; sets: WordSets }
  hours: Hours | null
  /** Criteria and rules that go by one value of each person, those that narrow most first. */
  categories: readonly Category[]
  /** Criteria and rules that are asked pair by pair, when all else leaves the pair a chance. */
  late: readonly Weighted[]
  lateMost: number
  lateRules: readonly HardRule['breaks'][]
  barredPairs: BarredPairs
}

/** `told` is also among the categories: full hours where both told theirs, which is the most that they can have in common. */
export type Hours = { weight: number; told: Category; breaks: HardRule['breaks'] | null }

/** The least sum that rounds to the score: a score is its sum over all weights, rounded half up. */
export const leastSum = (score: number, weights: number) => score * weights - (weights >> 1)
/** For sums from 0 up. */
export const scoreOfSum = (sum: number, weights: number) => ((2 * sum + weights) / (2 * weights)) | 0

export function scorerOf(crowd: Crowd): Scorer {
  const mentees = inOrderOfCode(crowd.mentees)
  const mentors = inOrderOfCode(crowd.mentors)
  const { hard } = crowd.rules
  const rules = hardRulesOf(mentees, mentors, hard, crowd.apart)
  const measures = measuresOf(mentees, mentors, crowd.rules)
  const weights = measures.reduce((sum, { weight }) => sum + weightOf[weight], 0)
  const { categories, late, lateRules } = byValue({ mentees, mentors, measures, rules, sameRequired: hard.sameRequired })
  const hours = hoursOf(mentees, mentors, measures, rules)
  if (hours !== null) categories.push(hours.told)
  const wishes = wishesOf(mentees, mentors, measures)
  if (wishes !== null) late.push(wishes)
  return {
    mentees,
    mentors,
    capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    weights: Math.max(1, weights),
    base: weights === 0 ? neutralPoints : 0,
    topics: wordsPart(mentees, mentors, weightIn(measures, 'topics'), 0, ({ topics }) => topics),
    languages: wordsPart(mentees, mentors, weightIn(measures, 'languages'), hard.languagesInCommonMin, ({ languages }) => languages),
    hours,
    categories: categories.sort((a, b) => b.narrows - a.narrows),
    late,
    lateMost: late.reduce((sum, { most }) => sum + most, 0),
    lateRules,
    barredPairs: barredPairsOf(mentees, mentors, rules, crowd.apart),
  }
}

function weightIn(measures: readonly Measure[], criterion: Measure['criterion']): number {
  const measure = measures.find((one) => one.criterion === criterion)
  return measure === undefined ? 0 : weightOf[measure.weight]
}

function wordsPart(mentees: People, mentors: People, weight: number, min: number, wordsOf: (candidate: Candidate) => Candidate['topics']) {
  return { weight, min, sets: wordSetsOf(mentees, mentors, weight + min === 0 ? () => [] : wordsOf) }
}

function hoursOf(mentees: People, mentors: People, measures: readonly Measure[], rules: readonly HardRule[]): Hours | null {
  const measure = weighted(measures, 'hours')
  const rule = rules.find(({ name }) => name === 'hours')
  if (measure === null && rule === undefined) return null
  const knows = ({ week }: Candidate) => (week === null ? 0 : 1)
  const most = (i: number, j: number) => {
    if (mentees[i]!.week === null || mentors[j]!.week === null) return rule === undefined ? measure!.worth(i, j) : barred
    return measure?.most ?? 0
  }
  const told = categoryOf(mentees, mentors, knows, most, measure?.most ?? 0)
  return { weight: weightIn(measures, 'hours'), told: told!, breaks: rule?.breaks ?? null }
}

/** Few have wishes, and two people without any need no look. */
function wishesOf(mentees: People, mentors: People, measures: readonly Measure[]): Weighted | null {
  const wishes = weighted(measures, 'wishes')
  if (wishes === null) return null
  const mine = Uint8Array.from(mentees, (mentee) => Number(hasWish(mentee)))
  const theirs = Uint8Array.from(mentors, (mentor) => Number(hasWish(mentor)))
  return { worth: (i, j) => (mine[i]! + theirs[j]! === 0 ? wishes.most : wishes.worth(i, j)), most: wishes.most }
}
