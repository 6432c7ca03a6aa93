import type { Assignment } from '#pairing/assign'
import { mostMatched } from '#pairing/most-matched'
import { placeWorth } from '#pairing/place-worth'
import { type Problem, pinnedIn, unpinned } from '#pairing/problem'
import type { Rules } from '#programmes/rules'
import type { Candidate } from '#scores/candidate'
import { hardRulesOf } from '#scores/hard-rules'
import { type PackedRows, packed } from '#scores/packed'
import type { Scored } from '#scores/score'
import { weekWords } from '#scores/week'

/** A kind of mentor to look for, and how many of the people left over that many of them would place. */
export type Recruit = {
  /** Languages they should speak, none where it does not matter. */
  languages: string[]
  /** The grade to look for, as the mentors of today write it; null where it does not matter or nobody has it. */
  grade: string | null
  /** Whether the programme asks for something alike that is not to be named. */
  isAlikeAsked: boolean
  mentors: number
  placed: number
}

/** A mentor of whom one more place would be worth most: in points over all pairs, and for one more person where places are short. */
export type Dear = { mentor: string; points: number; isShort: boolean }

export const recruitLimits = { kindsMax: 4, kindsTriedMax: 12, dearMax: 3 } as const

/**
 * Whom to look for, the kind that places most people first: each kind is the mentor whom somebody left over needs, met by every rule, with
 * as many places as most mentors have. Chains count: a newcomer may take one who was placed, whose place then frees.
 */
export function recruiting(scored: Scored, best: Assignment, problem: Problem, rules: Rules): Recruiting {
  const pinned = pinnedIn(problem)
  const isEmpty = ({ rowStart }: PackedRows, i: number) => rowStart[i] === rowStart[i + 1]
  // Whom a floor alone leaves over needs somebody who suits them, and that no kind says.
  const isBelowFloor = (i: number) => typeof problem.floor === 'number' && isEmpty(best.open, i) && !isEmpty(problem, i)
  const left = Array.from(scored.mentees.keys()).filter((i) => best.mentorOf[i] === -1 && !isBelowFloor(i))
  const kinds = kindsNeeded(scored, left, rules)
  const helpedBy = new Map<number, number>()
  if (kinds.length === 0) return { recruits: [], helpedBy }
  const ideal = kinds.map(({ ideal: one }) => one)
  const broken = hardRulesOf(scored.mentees, ideal, rules.hard, [])
  const isOut = (mentee: number) => pinned.has(mentee) || isBelowFloor(mentee)
  const mayMeet = (mentee: number, kind: number) => !isOut(mentee) && !broken.some((rule) => rule.breaks(mentee, kind))
  const places = usualPlaces(scored.mentors)
  const found: Recruit[] = []
  const mentorOf = unpinned(best.mentorOf, pinned)
  let crowd: Placed = { rows: best.open, mentorOf, matched: mentorOf.reduce((sum, mentor) => sum + (mentor >= 0 ? 1 : 0), 0) }
  const rest = new Set(kinds.keys())
  while (rest.size > 0 && found.length < recruitLimits.kindsMax) {
    const tried = Array.from(rest, (at) => ({ at, with: placeWith(crowd, at, mayMeet) }))
    const most = tried.reduce((a, b) => (b.with.matched > a.with.matched ? b : a))
    const placed = most.with.matched - crowd.matched
    if (placed === 0) break
    for (const i of left) if (crowd.mentorOf[i] === -1 && most.with.mentorOf[i]! >= 0) helpedBy.set(i, found.length)
    found.push({ ...kinds[most.at]!.recruit, mentors: Math.ceil(placed / places), placed })
    crowd = most.with
    rest.delete(most.at)
  }
  return { recruits: found, helpedBy }
}

/** Whom to look for, and which of these would place whom: a place in the list by the mentee's place. */
export type Recruiting = { recruits: Recruit[]; helpedBy: ReadonlyMap<number, number> }

type Placed = { rows: PackedRows; mentorOf: Int32Array; matched: number }
type Kind = { ideal: Candidate; recruit: Pick<Recruit, 'languages' | 'grade' | 'isAlikeAsked'> }

/** The kinds of mentor that those left over need, the most needed first. */
function kindsNeeded({ mentees, mentors }: Scored, left: readonly number[], rules: Rules): Kind[] {
  const kinds = new Map<string, Kind & { count: number }>()
  for (const i of left) {
    for (const kind of idealsFor(mentees[i]!, mentors, rules)) {
      const key = JSON.stringify([kind.recruit, kind.ideal.level, kind.ideal.attributes])
      kinds.set(key, { ...kind, count: (kinds.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count).slice(0, recruitLimits.kindsTriedMax)
}

/** Mentors with whom nothing would stand in the way: one for each language where one in common is asked for, else one. */
function idealsFor(mentee: Candidate, mentors: readonly Candidate[], { hard }: Rules): Kind[] {
  const least = hard.languagesInCommonMin
  const choices = least === 0 ? [[]] : least === 1 ? mentee.languages.map((one) => [one]) : [mentee.languages.slice(0, least)]
  const level = levelFor(mentee, hard.grades)
  if (mentee.languages.length < least || level === 'none') return []
  const grade = level === null ? null : (mentors.find((mentor) => mentor.level === level)?.grade ?? null)
  const asked = Object.fromEntries(hard.sameRequired.map((of) => [of, mentee.attributes[of] ?? []]))
  return choices.map((languages) => ({
    ideal: { ...nobody, level, languages, attributes: asked },
    recruit: { languages: languages.map(({ key }) => key), grade, isAlikeAsked: hard.sameRequired.length > 0 },
  }))
}

const nobody: Candidate = {
  id: '',
  code: '',
  name: '',
  side: 'mentor',
  capacity: 1,
  organisation: null,
  unit: null,
  level: null,
  grade: null,
  field: null,
  country: null,
  languages: [],
  topics: [],
  week: new Int32Array(weekWords).fill(-1),
  chain: [],
  attributes: {},
  wishes: {},
  identityWished: [],
}

function levelFor({ level }: Candidate, grades: Rules['hard']['grades']): number | null | 'none' {
  if (grades === null) return null
  if (level === null) return 'none'
  return grades.mentorStands === 'above' ? level + grades.min : level - grades.min
}

function usualPlaces(mentors: readonly Candidate[]): number {
  const counts = Map.groupBy(mentors, ({ capacity }) => capacity)
  counts.delete(0)
  return [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a), [1, [] as Candidate[]])[0]
}

/** The crowd with a mentor of one kind added who has places for all, matched on from where it stood. */
function placeWith({ rows, mentorOf }: Placed, kind: number, mayMeet: (mentee: number, kind: number) => boolean): Placed {
  const { n, m, rowStart, pair } = rows
  const start = new Int32Array(n + 1)
  const more = new Int32Array(pair.length + n)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) more[count++] = pair[e]!
    if (mayMeet(i, kind)) more[count++] = packed(0, m)
    start[i + 1] = count
  }
  const added = { n, m: m + 1, capacity: Int32Array.from([...rows.capacity, n]), rowStart: start, pair: more.subarray(0, count) }
  const placed = mostMatched(added, mentorOf)
  return { rows: added, mentorOf: placed.mentorOf, matched: placed.matched }
}

/** The mentors of whom one more place is worth most. */
export function dearestMentors({ mentors }: Scored, best: Assignment, pinned: ReadonlySet<number>): Dear[] {
  const chosen = unpinned(best.mentorOf, pinned)
  const worth = placeWorth(best.open, best, chosen)
  const all = mentors.map(({ id, capacity }, j) => ({ mentor: id, points: worth[j]!, isShort: best.short.mentor[j] === 1, capacity }))
  return all
    .filter(({ capacity, points, isShort }) => capacity > 0 && (isShort || points > 0))
    .sort((a, b) => Number(b.isShort) - Number(a.isShort) || b.points - a.points)
    .slice(0, recruitLimits.dearMax)
    .map(({ mentor, points, isShort }) => ({ mentor, points, isShort }))
}
