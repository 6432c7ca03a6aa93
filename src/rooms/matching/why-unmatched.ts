import type { Rules } from '#programmes/rules'
import type { Assignment } from './assign.ts'
import type { RuleName } from './hard-rules.ts'
import { type Matching, shortOfPlaces } from './most-matched.ts'
import { mentorIn, type PackedRows } from './packed.ts'
import { type Problem, withoutPins } from './problem.ts'
import type { ReasonFacts } from './reasons.ts'
import type { Scored } from './score.ts'

/** How many mentors a rule removes for one mentee, and how many of them nothing else removes. */
export type Emptied = { rule: RuleName; count: number; alone: number; key: string; facts: ReasonFacts }

/** Why a mentee is without a mentor. Mentors and mentees by id. */
export type Why =
  | { kind: 'noMentors' }
  | { kind: 'noPlaces' }
  | { kind: 'nobody'; mentors: number; rules: Emptied[] }
  /** All whom they may meet are full: with `competing` mentees (they among them) for the `places` of these mentors. */
  | { kind: 'full'; mentors: string[]; takenBy: string[]; competing: number; places: number }

/** Why a whole round has no pair to offer; for the rules, how many of all pairs each removes, and how many nothing else does. */
export type WhyEmpty =
  | { kind: 'noMentees' }
  | { kind: 'noMentors' }
  | { kind: 'noPlaces' }
  | { kind: 'nobodyEligible'; pairs: number; rules: { rule: RuleName; count: number; alone: number }[] }

/** Null where at least two people may meet. */
export function whyEmpty(scored: Scored, problem: Problem): WhyEmpty | null {
  if (scored.mentees.length === 0) return { kind: 'noMentees' }
  if (scored.mentors.length === 0) return { kind: 'noMentors' }
  if (scored.mentors.every(({ capacity }) => capacity === 0)) return { kind: 'noPlaces' }
  if (problem.pair.length > 0) return null
  const all = scored.mentees.keys().flatMap((i) => scored.mentors.keys().map((j) => scored.rulesBroken(i, j)))
  return { kind: 'nobodyEligible', pairs: scored.mentees.length * scored.mentors.length, rules: countRules(all) }
}

/** Says of each mentee whom `assign` left without a mentor why; the answer names people by their places in `scored`. */
export function whyUnmatched(scored: Scored, problem: Problem, answer: Assignment, rules: Rules): Map<number, Why> {
  const graph = withoutPins(problem)
  const pinned = new Set(problem.pins.map(([mentee]) => mentee))
  const mentorOf = answer.mentorOf.map((mentor, mentee) => (pinned.has(mentee) ? -1 : mentor))
  const matching = matchingOf(graph, mentorOf)
  const whys = new Map<number, Why>()
  answer.mentorOf.forEach((mentor, mentee) => {
    if (mentor < 0) whys.set(mentee, whyNot(scored, problem, graph, matching, mentee, rules))
  })
  return whys
}

function whyNot(scored: Scored, problem: Problem, graph: PackedRows, matching: Matching, mentee: number, rules: Rules): Why {
  if (scored.mentors.length === 0) return { kind: 'noMentors' }
  if (scored.mentors.every(({ capacity }) => capacity === 0)) return { kind: 'noPlaces' }
  if (graph.rowStart[mentee] === graph.rowStart[mentee + 1]) {
    return { kind: 'nobody', mentors: scored.mentors.length, rules: emptiedBy(scored, mentee, rules) }
  }
  const short = shortOfPlaces(graph, matching, mentee)
  const own = Array.from(problem.pair.subarray(problem.rowStart[mentee]!, problem.rowStart[mentee + 1]!), mentorIn)
  const takers = matching.mentorOf.keys().filter((i) => own.includes(matching.mentorOf[i]!))
  return {
    kind: 'full',
    mentors: own.map((j) => scored.mentors[j]!.id),
    takenBy: Array.from(takers, (i) => scored.mentees[i]!.id),
    competing: short.mentee.reduce((sum, isIn) => sum + isIn, 0),
    places: graph.capacity.reduce((sum, places, j) => sum + (short.mentor[j] === 1 ? places : 0), 0),
  }
}

function emptiedBy(scored: Scored, mentee: number, rules: Rules): Emptied[] {
  const all = scored.mentors.keys().map((j) => scored.rulesBroken(mentee, j))
  return countRules(all).map((counted) => ({ ...counted, ...saidOf(counted.rule, counted.count, scored, mentee, rules) }))
}

/** How often each rule removes a pair, first the one that alone stands in the way of most. */
function countRules(all: Iterable<readonly RuleName[]>): { rule: RuleName; count: number; alone: number }[] {
  const counts = new Map<RuleName, { rule: RuleName; count: number; alone: number }>()
  for (const broken of all) {
    for (const rule of broken) {
      const so = counts.get(rule) ?? { rule, count: 0, alone: 0 }
      counts.set(rule, { rule, count: so.count + 1, alone: so.alone + (broken.length === 1 ? 1 : 0) })
    }
  }
  return [...counts.values()].sort((a, b) => b.alone - a.alone || b.count - a.count)
}

function saidOf(rule: RuleName, count: number, scored: Scored, mentee: number, { hard }: Rules): { key: string; facts: ReasonFacts } {
  const { languages, week, level, grade } = scored.mentees[mentee]!
  const mentors = scored.mentors.length
  const facts = { count, mentors }
  if (rule === 'languages') {
    if (languages.length === 0) return { key: 'unmatched.languages.unknown', facts }
    return { key: 'unmatched.languages', facts: { ...facts, languages: languages.map(({ key }) => key), least: hard.languagesInCommonMin } }
  }
  if (rule === 'hours')
    return { key: week === null ? 'unmatched.hours.unknown' : 'unmatched.hours', facts: { ...facts, least: hard.hoursInCommonMin } }
  if (rule === 'grade' && hard.grades !== null) {
    if (level === null)
      return { key: grade === null ? 'unmatched.grade.missing' : 'unmatched.grade.unknown', facts: { ...facts, grade: grade ?? '' } }
    return { key: `unmatched.grade.${hard.grades.mentorStands}`, facts: { ...facts, grade: grade ?? '', least: hard.grades.min } }
  }
  return { key: `unmatched.${rule}`, facts }
}

function matchingOf({ m, capacity }: PackedRows, mentorOf: Int32Array): Matching {
  const used = new Int32Array(m)
  for (const mentor of mentorOf) if (mentor >= 0) used[mentor]!++
  const slotStart = new Int32Array(m + 1)
  for (let j = 0; j < m; j++) slotStart[j + 1] = slotStart[j]! + Math.min(used[j]!, capacity[j]!)
  const holder = new Int32Array(slotStart[m]!)
  const next = slotStart.slice()
  mentorOf.forEach((mentor, mentee) => {
    if (mentor >= 0) holder[next[mentor]!++] = mentee
  })
  return { mentorOf, matched: holder.length, holder, slotStart, used }
}
