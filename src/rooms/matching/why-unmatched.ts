import assert from 'node:assert/strict'
import type { Method } from '#pairing/compare'
import { competitions } from '#pairing/competition'
import { pairsFrom } from '#pairing/floor'
import type { Matching } from '#pairing/most-matched'
import { type Problem, pinnedIn, unpinned } from '#pairing/problem'
import type { Rules } from '#programmes/rules'
import type { RuleName } from '#scores/hard-rules'
import { type PackedRows, worthIn } from '#scores/packed'
import type { ReasonFacts } from '#scores/reasons'
import type { Scored } from '#scores/score'

/** How many mentors a rule removes for one mentee, and how many of them nothing else removes. */
export type Emptied = { rule: RuleName; count: number; alone: number; key: string; facts: ReasonFacts }

/** Why a mentee is without a mentor. */
export type Why =
  | { kind: 'noMentors' }
  | { kind: 'noPlaces' }
  | { kind: 'nobody'; mentors: number; rules: Emptied[] }
  /**
   * All `mentors` whom they may meet are full: `competing` mentees, they among them, have fewer `places` between them. With a `floor`, that
   * is said of those who reach it; they may meet others.
   */
  | { kind: 'full'; mentors: number; competing: number; places: number; floor?: number }
  /** Nobody whom they may meet reaches the floor that was set. */
  | { kind: 'belowFloor'; best: number; floor: number }
  /** In a stable whole: each of these mentors has somebody who suits them better. With a `floor` as above. */
  | { kind: 'outranked'; mentors: number; floor?: number }

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

/** What was chosen, out of what the pins left `free`. */
export type Chosen = { scored: Scored; problem: Problem; free: PackedRows; mentorOf: Int32Array; method: Method; rules: Rules }

/** Says of each mentee without a mentor why; the answer names people by their places in `scored`. */
export function whyUnmatched(chosen: Chosen): Map<number, Why> {
  const { problem, free, mentorOf } = chosen
  const open = typeof problem.floor === 'number' ? pairsFrom(free, problem.floor) : free
  const matching = matchingOf(open, unpinned(mentorOf, pinnedIn(problem)))
  const competitionOf = competitions(open, matching)
  const whys = new Map<number, Why>()
  mentorOf.forEach((mentor, mentee) => {
    if (mentor < 0) whys.set(mentee, whyNot(chosen, open, competitionOf, mentee))
  })
  return whys
}

type CompetitionOf = ReturnType<typeof competitions>

function whyNot(chosen: Chosen, open: PackedRows, competitionOf: CompetitionOf, mentee: number): Why {
  const { scored, problem, free, method, rules } = chosen
  const { mentors } = scored
  if (mentors.length === 0) return { kind: 'noMentors' }
  if (mentors.every(({ capacity }) => capacity === 0)) return { kind: 'noPlaces' }
  const best = free.rowStart[mentee]!
  if (best === free.rowStart[mentee + 1]) return { kind: 'nobody', mentors: mentors.length, rules: emptiedBy(scored, mentee, rules) }
  const own = open.rowStart[mentee + 1]! - open.rowStart[mentee]!
  if (own === 0) return { kind: 'belowFloor', best: worthIn(free.pair[best]!), floor: Number(problem.floor) }
  const floored = own < free.rowStart[mentee + 1]! - best ? { floor: Number(problem.floor) } : {}
  if (method === 'stable') return { kind: 'outranked', mentors: own, ...floored }
  const competition = competitionOf(mentee)
  assert.ok(competition, 'left over where places are to spare')
  return { kind: 'full', mentors: own, ...competition, ...floored }
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
