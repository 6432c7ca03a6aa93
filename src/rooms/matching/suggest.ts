import { refuse } from '#ground/refusal'
import { assign, figuresOf } from '#pairing/assign'
import { type Proved, proved } from '#pairing/certificate'
import { bothWholes, type Compared, type Method } from '#pairing/compare'
import { frontier, type Step } from '#pairing/floor'
import { rowsOf } from '#pairing/pair-rows'
import { type Dial, type Floor, mustBeReached, type Pin, type Problem, pinnedIn } from '#pairing/problem'
import type { Reason } from '#scores/reasons'
import { type Crowd, forbidden, type Scored, scoreCrowd } from '#scores/score'
import { type Dear, dearestMentors, type Recruit, recruiting } from './recruiting.ts'
import { type Why, type WhyEmpty, whyEmpty, whyUnmatched } from './why-unmatched.ts'

/** Two people by id. */
export type Two = { mentee: string; mentor: string }

/** How a round chooses; what is left out is the best whole, the highest floor, the greatest total, no bonus. */
export type Choice = {
  method?: Method
  floor?: Floor
  dial?: Dial
  /** Points that keeping a standing pair may cost the whole; `Infinity` keeps the most that can stand, before any total. */
  bonus?: number
}

export type Wanted = Crowd &
  Choice & {
    /** Pairs that stand whatever it costs. */
    pins?: readonly Two[]
    /** Pairs of an earlier round: kept where nothing is lost, and where keeping one costs the whole less than `bonus` points. */
    standing?: readonly Two[]
    /** Mentees who come first, by id. */
    first?: readonly string[]
  }

export type Suggestion = Two & {
  score: number
  pinned: boolean
  reasons: Reason[]
  /** The best other mentor whom this mentee may meet, full or not, and how many points they are behind (ahead, when below 0). */
  runnerUp: { mentor: string; score: number; behind: number } | null
}

export type Suggestions = {
  pairs: Suggestion[]
  /** Everybody left over: why, and which of those to look for would place them; null where none of these would. */
  unmatched: { mentee: string; why: Why; help: Recruit | null }[]
  /** Why there is nothing to suggest at all; null where two people may meet. */
  empty: WhyEmpty | null
  summary: { mentees: number; mentors: number; places: number; eligible: number; matched: number; total: number; worst: number | null }
  /** What each way of choosing comes to. */
  compared: Compared
  /** How many can be matched at each floor. */
  frontier: Step[]
  /** Whom to look for, and of whom one more place would be worth most. */
  recruiting: Recruit[]
  dearest: Dear[]
  /** The prices of the best whole, checked over all pairs that were open to choice. */
  proved: Proved
}

/** What is being done, in the order in which it is. */
export const stages = ['scoring', 'choosing', 'comparing', 'explaining'] as const
export type Stage = (typeof stages)[number]

const frontierStepsMax = 12

/**
 * The best pairs of a crowd, with their reasons, and why anybody is left over. Same people in, same pairs out, in whatever order they
 * come; answers are in order of the mentees' codes. Refuses pins that cannot stand: `matching.pinNotAllowed`, `matching.pinTwice`,
 * `matching.pinNoPlace`, `matching.pinUnknown`; and figures as `checkProblem` and `mustBeReached` do. Pure; `tell` hears each stage begin.
 */
export function suggest(wanted: Wanted, tell: (stage: Stage, share?: number) => void = () => {}): Suggestions {
  tell('scoring')
  const scored = scoreCrowd(wanted, (share) => tell('scoring', share))
  const problem = problemFrom(scored, wanted)
  mustBeReached(problem)
  tell('choosing')
  const { best, stable, compared } = bothWholes(problem)
  const method = wanted.method ?? 'best'
  const mentorOf = method === 'best' ? best.mentorOf : stable
  tell('comparing')
  // Who comes first may have asked for a lower floor than all together would.
  const known = problem.floor === 'highest' && !problem.first ? best.floor : undefined
  const steps = frontier(best.free, frontierStepsMax, known)
  tell('explaining')
  const pinned = pinnedIn(problem)
  const pairs = Array.from(scored.mentees.keys()).flatMap((mentee) =>
    mentorOf[mentee]! < 0 ? [] : [suggestion(scored, mentee, mentorOf[mentee]!, pinned.has(mentee))],
  )
  const whys = whyUnmatched({ scored, problem, free: best.free, mentorOf, method, rules: wanted.rules })
  // What a place is worth is asked of the best whole: where standing comes first, it would be told in pairs kept.
  const ideal = problem.bonus === Infinity || problem.first ? assign({ ...withoutFirst(problem), bonus: 0 }) : best
  const { recruits, helpedBy } = recruiting(scored, best, problem, wanted.rules)
  return {
    pairs,
    unmatched: Array.from(whys, ([mentee, why]) => {
      const help = recruits[helpedBy.get(mentee) ?? -1] ?? null
      return { mentee: scored.mentees[mentee]!.id, why, help }
    }),
    empty: whyEmpty(scored, problem),
    summary: { ...countsOf(scored, problem), ...sumsOf(problem, mentorOf, pairs) },
    compared,
    frontier: steps,
    recruiting: recruits,
    dearest: dearestMentors(scored, ideal, pinned),
    proved: proved(scored, best, pinned, problem),
  }
}

const withoutFirst = ({ first: _first, ...rest }: Problem): Problem => rest

/** The problem that a crowd poses, with what was chosen for it. */
export function problemFrom(scored: Scored, { pins, standing, first = [], floor, dial, bonus }: Wanted): Problem {
  const find = finderIn(scored)
  const found = (pins ?? []).map((two) => find(two) ?? refuse('matching.pinUnknown'))
  checkPins(scored, found)
  const stood = (standing ?? []).map(find).filter((pin) => pin !== undefined)
  const front = scored.mentees.flatMap(({ id }, at) => (first.includes(id) ? [at] : []))
  return rowsOf(scored, { pins: found, standing: stood, first: front, floor: floor ?? 'highest', dial: dial ?? 'total', bonus: bonus ?? 0 })
}

function countsOf({ mentees, mentors }: Scored, { pair }: Problem) {
  const places = mentors.reduce((sum, { capacity }) => sum + capacity, 0)
  return { mentees: mentees.length, mentors: mentors.length, places, eligible: pair.length }
}

function sumsOf(problem: Problem, mentorOf: Int32Array, pairs: readonly Suggestion[]) {
  const { matched, total } = figuresOf(problem, mentorOf)
  return { matched, total, worst: pairs.length === 0 ? null : pairs.reduce((least, { score }) => Math.min(least, score), Infinity) }
}

function suggestion(scored: Scored, mentee: number, mentor: number, pinned: boolean): Suggestion {
  const score = scoreOf(scored, mentee, mentor)
  return {
    mentee: scored.mentees[mentee]!.id,
    mentor: scored.mentors[mentor]!.id,
    score,
    pinned,
    reasons: scored.reasonsFor(mentee, mentor),
    runnerUp: runnerUpTo(scored, mentee, mentor, score),
  }
}

const scoreOf = ({ scores, mentors }: Scored, mentee: number, mentor: number) => scores[mentee * mentors.length + mentor]!

function runnerUpTo(scored: Scored, mentee: number, mentor: number, score: number): Suggestion['runnerUp'] {
  let best = -1
  for (let j = 0; j < scored.mentors.length; j++) {
    if (j === mentor || scoreOf(scored, mentee, j) === forbidden || scored.mentors[j]!.capacity === 0) continue
    if (best < 0 || scoreOf(scored, mentee, j) > scoreOf(scored, mentee, best)) best = j
  }
  if (best < 0) return null
  const theirs = scoreOf(scored, mentee, best)
  return { mentor: scored.mentors[best]!.id, score: theirs, behind: score - theirs }
}

function finderIn({ mentees, mentors }: Scored): (two: Two) => Pin | undefined {
  const menteeAt = new Map(mentees.map(({ id }, at) => [id, at]))
  const mentorAt = new Map(mentors.map(({ id }, at) => [id, at]))
  return ({ mentee, mentor }) => {
    const i = menteeAt.get(mentee)
    const j = mentorAt.get(mentor)
    return i === undefined || j === undefined ? undefined : [i, j]
  }
}

/** Says by name what stands against a pin, while names are known. */
function checkPins(scored: Scored, pins: readonly Pin[]): void {
  const places = scored.mentors.map(({ capacity }) => capacity)
  const pinned = new Set<number>()
  for (const [i, j] of pins) {
    const names = { mentee: scored.mentees[i]!.name, mentor: scored.mentors[j]!.name }
    const [rule] = scored.rulesBroken(i, j)
    if (rule !== undefined) refuse('matching.pinNotAllowed', { ...names, rule })
    if (pinned.has(i)) refuse('matching.pinTwice', names)
    if (places[j]! <= 0) refuse('matching.pinNoPlace', names)
    pinned.add(i)
    places[j]!--
  }
}
