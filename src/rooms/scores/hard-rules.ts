import type { Rules } from '#programmes/rules'
import { bitRowsOf } from './bit-rows.ts'
import type { Candidate } from './candidate.ts'
import { likenessOf } from './likeness.ts'
import { bitsInCommon, quartersPerHour } from './week.ts'

/** Two people, by id, who may not meet in this programme, whichever is the mentor. */
export type Apart = { one: string; other: string; why: 'mustNot' | 'conflict' }

export type RuleName = 'self' | 'mustNot' | 'conflict' | 'lineManagement' | 'sameUnit' | 'languages' | 'hours' | 'grade' | 'sameRequired'

/** A rule that removes pairs; it never makes one merely worse. People by their places in the crowd's lists. */
export type HardRule = { name: RuleName; breaks(mentee: number, mentor: number): boolean }

/**
 * The rules in force, in the order in which they are named to people. What a rule asks to be shown (a language, a grade, a required
 * attribute) counts as broken while it is unknown; what it forbids (a line of management, a unit) only when it is known.
 */
export function hardRulesOf(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  hard: Rules['hard'],
  apart: readonly Apart[],
): HardRule[] {
  const rules: HardRule[] = [{ name: 'self', breaks: (i, j) => mentees[i]!.id === mentors[j]!.id }]
  const apartPairs = (why: Apart['why']) =>
    pairsById(
      mentees,
      mentors,
      apart.filter((pair) => pair.why === why),
    )
  rules.push(listed('mustNot', mentors.length, apartPairs('mustNot')))
  if (hard.conflicts === 'forbidden') rules.push(listed('conflict', mentors.length, apartPairs('conflict')))
  if (hard.lineManagement !== 'allowed') {
    const reach = hard.lineManagement === 'manager' ? 1 : Number.POSITIVE_INFINITY
    rules.push(listed('lineManagement', mentors.length, pairsInLine(mentees, mentors, reach)))
  }
  if (hard.sameUnit === 'forbidden') rules.push({ name: 'sameUnit', breaks: (i, j) => isSameUnit(mentees[i]!, mentors[j]!) })
  if (hard.languagesInCommonMin > 0) rules.push(languagesRule(mentees, mentors, hard.languagesInCommonMin))
  if (hard.hoursInCommonMin > 0) rules.push(hoursRule(mentees, mentors, hard.hoursInCommonMin))
  const { grades } = hard
  if (grades !== null) rules.push({ name: 'grade', breaks: (i, j) => !isApartBy(grades, mentees[i]!, mentors[j]!) })
  if (hard.sameRequired.length > 0) {
    const isSame = (i: number, j: number) => hard.sameRequired.every((of) => likenessOf(mentees[i]!, mentors[j]!, of) === 'alike')
    rules.push({ name: 'sameRequired', breaks: (i, j) => !isSame(i, j) })
  }
  return rules.filter((rule) => rule.breaks !== never)
}

const never = () => false

function listed(name: RuleName, mentorCount: number, pairs: ReadonlySet<number>): HardRule {
  return { name, breaks: pairs.size === 0 ? never : (i, j) => pairs.has(i * mentorCount + j) }
}

function pairsById(mentees: readonly Candidate[], mentors: readonly Candidate[], apart: readonly Apart[]): Set<number> {
  const pairs = new Set<number>()
  if (apart.length === 0) return pairs
  const menteeAt = placesBy(mentees, ({ id }) => id)
  const mentorAt = placesBy(mentors, ({ id }) => id)
  const add = (mentee: string, mentor: string) => {
    for (const i of menteeAt.get(mentee) ?? []) for (const j of mentorAt.get(mentor) ?? []) pairs.add(i * mentors.length + j)
  }
  for (const { one, other } of apart) {
    add(one, other)
    add(other, one)
  }
  return pairs
}

/** Pairs where one stands in the other's line of management, at most `reach` steps up. */
function pairsInLine(mentees: readonly Candidate[], mentors: readonly Candidate[], reach: number): Set<number> {
  const menteeAt = placesBy(mentees, ({ code }) => code)
  const mentorAt = placesBy(mentors, ({ code }) => code)
  const pairs = new Set<number>()
  mentees.forEach(({ chain }, i) => {
    for (const code of chain.slice(0, reach)) for (const j of mentorAt.get(code) ?? []) pairs.add(i * mentors.length + j)
  })
  mentors.forEach(({ chain }, j) => {
    for (const code of chain.slice(0, reach)) for (const i of menteeAt.get(code) ?? []) pairs.add(i * mentors.length + j)
  })
  return pairs
}

function placesBy(people: readonly Candidate[], keyOf: (candidate: Candidate) => string): Map<string, number[]> {
  return Map.groupBy(people.keys(), (at) => keyOf(people[at]!))
}

function isSameUnit(a: Candidate, b: Candidate): boolean {
  return a.unit !== null && b.unit !== null && a.unit.key === b.unit.key && a.organisation === b.organisation
}

function languagesRule(mentees: readonly Candidate[], mentors: readonly Candidate[], min: number): HardRule {
  const rows = bitRowsOf(mentees, mentors, ({ languages }) => languages)
  const breaks = (i: number, j: number) => {
    const mine = rows.mentees[i]!
    const theirs = rows.mentors[j]!
    return mine === null || theirs === null || bitsInCommon(mine, theirs) < min
  }
  return { name: 'languages', breaks }
}

function hoursRule(mentees: readonly Candidate[], mentors: readonly Candidate[], min: number): HardRule {
  const breaks = (i: number, j: number) => {
    const mine = mentees[i]!.week
    const theirs = mentors[j]!.week
    return mine === null || theirs === null || bitsInCommon(mine, theirs) < min * quartersPerHour
  }
  return { name: 'hours', breaks }
}

type Grades = Rules['bestLevel']

function isApartBy({ mentorStands, min, max }: Grades, mentee: Candidate, mentor: Candidate): boolean {
  if (mentee.level === null || mentor.level === null) return false
  const apart = mentorStands === 'above' ? mentor.level - mentee.level : mentee.level - mentor.level
  return apart >= min && (max === null || apart <= max)
}
