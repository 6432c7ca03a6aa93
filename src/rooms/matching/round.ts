import type { Compared } from '#pairing/compare'
import type { Step } from '#pairing/floor'
import type { Reason } from '#scores/reasons'
import type { RoundChoice } from './choice.ts'
import type { Recruit } from './recruiting.ts'
import type { WhyEmpty } from './why-unmatched.ts'

/** What a round came to, in figures. */
export type Summary = {
  mentees: number
  mentors: number
  /** Places of all mentors together. */
  places: number
  matched: number
  /** The score of the worst pair, pinned ones left out; null where nobody was matched. */
  floor: number | null
  total: number
  /** Why nobody at all could be matched, where that is so. */
  empty: WhyEmpty | null
  /** How many pairs no hard rule removed. */
  eligible: number
  /** What each way of choosing comes to, and how many can be matched at each floor. Rounds of before 0.2 do not know. */
  compared?: Compared
  frontier?: Step[]
  /** Whom to look for; of whom one more place would be worth most, in points, and for one more mentee where places are short. */
  recruiting?: Recruit[]
  dearest?: { mentorEnrolment: string; points: number; isShort: boolean }[]
}

/** The best other mentor for that mentee, and how many points behind. */
export type RunnerUp = { mentorEnrolment: string; behind: number }

export type RoundPair = {
  mentorEnrolment: string
  menteeEnrolment: string
  score: number
  pinned: boolean
  reasons: Reason[]
  runnerUp: RunnerUp | null
}

export type Outcome = 'approved' | 'discarded'

export type Round = {
  id: string
  programme: string
  organisation: string
  nth: number
  rulesVersion: number
  choice: RoundChoice
  summary: Summary
  runAt: Temporal.Instant
  runBy: string
  end: { outcome: Outcome; at: Temporal.Instant } | null
}

/** What changed since the round before: by mentee, whom they had and whom they have. */
export type Change = { menteeEnrolment: string; before: string | null; after: string | null }

/** The mentees whose pair is another than in the round before, in the order of the later round. */
export function changesBetween(before: readonly RoundPair[], after: readonly RoundPair[]): Change[] {
  const was = new Map(before.map((pair) => [pair.menteeEnrolment, pair.mentorEnrolment]))
  const is = new Map(after.map((pair) => [pair.menteeEnrolment, pair.mentorEnrolment]))
  const moved = after
    .filter((pair) => was.get(pair.menteeEnrolment) !== pair.mentorEnrolment)
    .map((pair) => ({ menteeEnrolment: pair.menteeEnrolment, before: was.get(pair.menteeEnrolment) ?? null, after: pair.mentorEnrolment }))
  const left = before
    .filter((pair) => !is.has(pair.menteeEnrolment))
    .map((pair) => ({ menteeEnrolment: pair.menteeEnrolment, before: pair.mentorEnrolment, after: null }))
  return [...moved, ...left]
}

/** How many people have fewer places left now than the round gives them: who left, paused, or was paired meanwhile. */
export function staleIn(pairs: readonly RoundPair[], placesLeft: (enrolment: string) => number): number {
  const given = new Map<string, number>()
  for (const { mentorEnrolment, menteeEnrolment } of pairs) {
    for (const one of [mentorEnrolment, menteeEnrolment]) given.set(one, (given.get(one) ?? 0) + 1)
  }
  return given
    .entries()
    .filter(([enrolment, count]) => count > placesLeft(enrolment))
    .toArray().length
}

export const limits = { pairsShownMax: 50, roundsShownMax: 20, pinsMax: 500, changesShownMax: 50 } as const
