import { type Rules, weightOf } from '#programmes/rules'
import type { Candidate } from './candidate.ts'
import { type Apart, type HardRule, hardRulesOf, type RuleName } from './hard-rules.ts'
import { type Measure, measuresOf, unknown } from './measures.ts'
import { type Reason, reasonsOf } from './reasons.ts'

export type Crowd = {
  mentees: readonly Candidate[]
  mentors: readonly Candidate[]
  rules: Rules
  apart: readonly Apart[]
}

/** Every pair of a crowd, scored. People are named by their places in `mentees` and `mentors` here, which stand in order of code. */
export type Scored = {
  mentees: readonly Candidate[]
  mentors: readonly Candidate[]
  /** 0 to 1000 for the pair at `mentee * mentors.length + mentor`, `forbidden` where a hard rule removes it. */
  scores: Int16Array
  /** What the score is made of, best first; made when asked. */
  reasonsFor(mentee: number, mentor: number): Reason[]
  /** Every hard rule that removes the pair. */
  rulesBroken(mentee: number, mentor: number): RuleName[]
}

export const forbidden = -1

/** Half the points for what is not known of a pair: knowing might have helped or harmed. (Private attributes: see `measures.ts`.) */
export const neutralPoints = 500

/**
 * Scores all pairs: the mean of the criteria's points by their weights, in whole numbers, rounded half up. A criterion that is
 * known of nobody on one side weighs nothing. 1,000 by 1,000 with all criteria takes a quarter of a second; `tell` hears how far it is.
 */
export function scoreCrowd(crowd: Crowd, tell: (share: number) => void = () => {}): Scored {
  const mentees = inOrderOfCode(crowd.mentees)
  const mentors = inOrderOfCode(crowd.mentors)
  const rules = hardRulesOf(mentees, mentors, crowd.rules.hard, crowd.apart)
  const measures = measuresOf(mentees, mentors, crowd.rules)
  return {
    mentees,
    mentors,
    scores: scoresOf(mentees.length, mentors.length, rules, measures, tell),
    reasonsFor: (i, j) =>
      reasonsOf(
        mentees[i]!,
        mentors[j]!,
        measures.map((measure) => ({ ...measure, points: measure.points(i, j) })),
        crowd.rules,
      ),
    rulesBroken: (i, j) => rules.filter((rule) => rule.breaks(i, j)).map((rule) => rule.name),
  }
}

/** One order for the same people, so that the order of a sheet's rows can change nothing after this. */
export function inOrderOfCode(people: readonly Candidate[]): Candidate[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...people].sort((a, b) => compare(a.code, b.code) || compare(a.id, b.id))
}

type Tell = (share: number) => void

function scoresOf(n: number, m: number, rules: readonly HardRule[], measures: readonly Measure[], tell: Tell): Int16Array {
  const sums = new Int32Array(n * m)
  const scores = new Int16Array(n * m)
  let done = 0
  const step = () => tell(++done / (rules.length + measures.length))
  for (const rule of rules) {
    removePairs(scores, n, m, rule)
    step()
  }
  let weights = 0
  for (const measure of measures) {
    addPoints(sums, scores, n, m, measure)
    weights += weightOf[measure.weight]
    step()
  }
  for (let pair = 0; pair < scores.length; pair++) {
    if (scores[pair] === forbidden) continue
    scores[pair] = weights === 0 ? neutralPoints : Math.floor((2 * sums[pair]! + weights) / (2 * weights))
  }
  return scores
}

function removePairs(scores: Int16Array, n: number, m: number, rule: HardRule): void {
  for (let i = 0, pair = 0; i < n; i++) {
    for (let j = 0; j < m; j++, pair++) if (scores[pair] !== forbidden && rule.breaks(i, j)) scores[pair] = forbidden
  }
}

function addPoints(sums: Int32Array, scores: Int16Array, n: number, m: number, { weight, points }: Measure): void {
  const times = weightOf[weight]
  for (let i = 0, pair = 0; i < n; i++) {
    for (let j = 0; j < m; j++, pair++) {
      if (scores[pair] === forbidden) continue
      const got = points(i, j)
      sums[pair]! += times * (got === unknown ? neutralPoints : got)
    }
  }
}
