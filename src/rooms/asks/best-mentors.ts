import { type Clause, clausesToKeep } from '#partnerships/reason-words'
import { nothingKnown } from '#people/new-person'
import type { Profile } from '#people/person'
import type { Rules } from '#programmes/rules'
import { type Candidate, candidateOf } from '#scores/candidate'
import type { Reason } from '#scores/reasons'
import { forbidden, scoreCrowd } from '#scores/score'
import { limits } from './ask.ts'
import type { AskMentor } from './mentor-reads.ts'

/** Who asks, as far as choosing needs it; `line` is their line of management, the next one first. */
export type Asker = { person: string; organisation: string; profile: Profile; topics: readonly string[]; line: readonly string[] }

type Marks = ReadonlyMap<string, Record<string, string>>
export type Chosen = { person: string; enrolment: string; reasons: Clause[] }

/**
 * The best mentors for an ask, best first: those whom no hard rule of the programme keeps apart from the asker, by the programme's own
 * weights, but that the topic is essential whatever it weighs elsewhere. Pure.
 */
export function bestMentors(
  asker: Asker,
  mentors: readonly AskMentor[],
  rules: Rules,
  marks: Marks,
  now: Temporal.Instant,
  most: number,
): Chosen[] {
  const mentees = [askerAs(asker, marks, now)]
  const free = mentors.filter(({ openAsks }) => openAsks < limits.openPerMentorMax)
  const byPerson = new Map(free.map((mentor) => [mentor.person, mentor]))
  const crowd = { mentees, mentors: free.map((mentor) => mentorAs(mentor, marks, now)), rules: rulesForAsk(rules), apart: [] }
  const scored = scoreCrowd(crowd)
  return Array.from(scored.mentors.keys())
    .filter((at) => scored.scores[at] !== forbidden)
    .sort((a, b) => (scored.scores[b] ?? 0) - (scored.scores[a] ?? 0) || a - b)
    .slice(0, most)
    .flatMap((at) => {
      const mentor = byPerson.get(scored.mentors[at]?.id ?? '')
      return mentor
        ? [{ person: mentor.person, enrolment: mentor.enrolment, reasons: clausesFor(asker.topics, mentor, scored.reasonsFor(0, at)) }]
        : []
    })
}

/** In an ask the topic decides; how far apart two grades are is for partners. */
function rulesForAsk(rules: Rules): Rules {
  return { ...rules, weights: { ...rules.weights, topics: 'essential', level: 'off', wishes: 'off' } }
}

function askerAs({ person: id, organisation, profile, topics, line }: Asker, marks: Marks, now: Temporal.Instant): Candidate {
  const person = { ...profile, wantsHelpWith: [...topics] }
  return candidateOf({ id, person, side: 'mentee', capacity: 1, organisation, chain: line, attributes: marks.get(id) ?? {} }, now)
}

function mentorAs(mentor: AskMentor, marks: Marks, now: Temporal.Instant): Candidate {
  const { person: id, organisation, capacity, offers, line, enrolment: _enrolment, openAsks: _openAsks, ...known } = mentor
  const person: Profile = { ...nothingKnown, ...known, canHelpWith: offers }
  return candidateOf({ id, person, side: 'mentor', capacity, organisation, chain: line, attributes: marks.get(id) ?? {} }, now)
}

/** What an ask says of two people besides the topic, and in this order. */
const said = ['languages', 'hours', 'unit.alike', 'country.alike', 'field.alike']

/** Why: the topics they offer first, then what the two share, in clauses that read alike to both; what differs is not said here. */
function clausesFor(topics: readonly string[], { offers }: AskMentor, reasons: readonly Reason[]): Clause[] {
  const offered = topics.filter((topic) => offers.includes(topic))
  const nameOf = ({ key }: Clause) => key.replace('reason.', '')
  const shared = clausesToKeep(reasons).filter((clause) => said.includes(nameOf(clause)))
  const inOrder = shared.sort((a, b) => said.indexOf(nameOf(a)) - said.indexOf(nameOf(b)))
  const renamed = inOrder.map((clause) => ({ key: `reason.ask.${nameOf(clause)}`, facts: clause.facts }))
  return [{ key: 'reason.ask.topics', facts: { topics: offered } }, ...renamed]
}
