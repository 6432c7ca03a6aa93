import type { Side } from './partnership.ts'

/** Two people to be asked. `id` is made by who proposes, so that the same proposal twice is one. */
export type Proposal = {
  id: string
  programme: string
  round: string | null
  mentorEnrolment: string
  menteeEnrolment: string
  /** Clauses of the catalogue, best first; see `Clause`. */
  reasons: readonly unknown[]
  /** Working days in which both are to answer. */
  answerDays: number
}

type Enrolled = { id: string; programme: string; person: string; side: Side; capacity: number }
type Two = { mentor: string; mentee: string }

/** What is known when the proposals are made. */
export type Known = {
  /** Enrolments in force, by id. */
  enrolments: ReadonlyMap<string, Enrolled>
  live: readonly (Two & { mentorEnrolment: string; menteeEnrolment: string })[]
  declined: readonly Two[]
}

export type Hindrance = 'notEnrolled' | 'wrongSide' | 'oneself' | 'stands' | 'declinedBefore' | 'mentorFull' | 'menteeFull'
export type Hindered = { proposal: Proposal; why: Hindrance }

/** The same key whoever of the two is the mentor: who said no to somebody said it to the person. */
const keyOf = ({ mentor, mentee }: Two) => [mentor, mentee].sort().join(' ')

/** Why proposals may not be made, each by name; each that may be made takes its places from the next. */
export function hindrancesOf(proposals: readonly Proposal[], known: Known): Hindered[] {
  const standing = new Set(known.live.map(keyOf))
  const declined = new Set(known.declined.map(keyOf))
  const taken = new Map<string, number>()
  const take = (enrolment: string) => taken.set(enrolment, (taken.get(enrolment) ?? 0) + 1)
  for (const pair of known.live) for (const one of [pair.mentorEnrolment, pair.menteeEnrolment]) take(one)
  const isFull = ({ id, capacity }: Enrolled) => (taken.get(id) ?? 0) >= capacity

  const hindranceOf = (proposal: Proposal): Hindrance | null => {
    const mentor = known.enrolments.get(proposal.mentorEnrolment)
    const mentee = known.enrolments.get(proposal.menteeEnrolment)
    if (!mentor || !mentee || mentor.programme !== proposal.programme || mentee.programme !== proposal.programme) return 'notEnrolled'
    if (mentor.side !== 'mentor' || mentee.side !== 'mentee') return 'wrongSide'
    if (mentor.person === mentee.person) return 'oneself'
    const two = keyOf({ mentor: mentor.person, mentee: mentee.person })
    if (standing.has(two)) return 'stands'
    if (declined.has(two)) return 'declinedBefore'
    if (isFull(mentor)) return 'mentorFull'
    if (isFull(mentee)) return 'menteeFull'
    standing.add(two)
    take(mentor.id)
    take(mentee.id)
    return null
  }

  return proposals.flatMap((proposal) => {
    const why = hindranceOf(proposal)
    return why === null ? [] : [{ proposal, why }]
  })
}
