import { refuse } from '#ground/refusal'
import { assign } from './assign.ts'
import { rowsOf } from './pair-rows.ts'
import type { Dial, Floor, Pin } from './problem.ts'
import type { Reason } from './reasons.ts'
import { type Crowd, forbidden, type Scored, scoreCrowd } from './score.ts'
import { type Why, type WhyEmpty, whyEmpty, whyUnmatched } from './why-unmatched.ts'

/** Two people by id. */
export type Two = { mentee: string; mentor: string }

export type Wanted = Crowd & {
  /** Pairs that stand whatever it costs. */
  pins?: readonly Two[]
  /** The highest, where nothing else is said. */
  floor?: Floor
  /** The greatest total, where nothing else is said. */
  dial?: Dial
  /** Pairs of an earlier round: kept where nothing is lost, and where keeping one costs the whole less than `bonus` points. */
  standing?: readonly Two[]
  bonus?: number
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
  unmatched: { mentee: string; why: Why }[]
  /** Why there is nothing to suggest at all; null where two people may meet. */
  empty: WhyEmpty | null
  summary: { mentees: number; mentors: number; places: number; eligible: number; matched: number; total: number; worst: number | null }
}

/**
 * The best pairs of a crowd, with their reasons, and why anybody is left over. Same people in, same pairs out, in whatever order they
 * come; answers are in order of the mentees' codes. Refuses pins that cannot stand: `matching.pinNotAllowed`, `matching.pinTwice`,
 * `matching.pinNoPlace`, `matching.pinUnknown`. Pure.
 */
export function suggest(wanted: Wanted): Suggestions {
  const scored = scoreCrowd(wanted)
  const find = finderIn(scored)
  const pins = (wanted.pins ?? []).map((two) => find(two) ?? refuse('matching.pinUnknown'))
  checkPins(scored, pins)
  const standing = (wanted.standing ?? []).map(find).filter((pin) => pin !== undefined)
  const problem = rowsOf(scored, { pins, standing, floor: wanted.floor ?? 'highest', dial: wanted.dial ?? 'total', bonus: wanted.bonus ?? 0 })
  const answer = assign(problem)
  const pinned = new Set(pins.map(([mentee]) => mentee))
  const pairs = scored.mentees.keys().flatMap((mentee) => {
    const mentor = answer.mentorOf[mentee]!
    return mentor < 0 ? [] : [suggestion(scored, mentee, mentor, pinned.has(mentee))]
  })
  const whys = whyUnmatched(scored, problem, answer, wanted.rules)
  const suggestions = pairs.toArray()
  return {
    pairs: suggestions,
    unmatched: Array.from(whys, ([mentee, why]) => ({ mentee: scored.mentees[mentee]!.id, why })),
    empty: whyEmpty(scored, problem),
    summary: {
      mentees: scored.mentees.length,
      mentors: scored.mentors.length,
      places: scored.mentors.reduce((sum, { capacity }) => sum + capacity, 0),
      eligible: problem.pair.length,
      matched: answer.matched,
      total: answer.total,
      worst: suggestions.length === 0 ? null : Math.min(...suggestions.map(({ score }) => score)),
    },
  }
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
