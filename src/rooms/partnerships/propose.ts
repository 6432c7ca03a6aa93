import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { workingWeekOf } from '#people/organisation-reads'
import { enrolmentsById, type HeldEnrolment, holdEnrolments } from '#programmes/reads'
import { correspondentsOf } from './correspondent.ts'
import { dueAt, limits, type WorkingWeek } from './partnership.ts'
import { type Hindered, hindrancesOf, type Proposal } from './proposal.ts'
import { knownIds, livePairs, pairsEverDeclined } from './reads.ts'
import { clausesToKeep } from './reason-words.ts'
import { insertPartnerships, type NewPartnership } from './writes.ts'

const pairsNamedMax = 10

/** Proposes two people to each other; see `proposeAll`. */
export async function propose(tx: Tx, proposal: Proposal): Promise<void> {
  await proposeAll(tx, [proposal])
}

/**
 * Proposes pairs of one programme, all or none; both sides of each are then asked. What was proposed under its id before is left as it is.
 * Refuses by the hindrance's name (`partnerships.mentorFull`, …) or, for several, by `partnerships.notAll`, with the pairs named.
 */
export async function proposeAll(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  const programme = proposals[0]?.programme
  if (programme === undefined) return
  assert(
    proposals.every((one) => one.programme === programme),
    'proposals of one programme',
  )
  assert(proposals.length <= limits.proposalsMax, `${proposals.length} proposals`)
  mustCoordinate(tx, programme)
  const enrolments = await holdEnrolments(tx, proposals.flatMap(enrolmentsOf))
  const known = await knownIds(
    tx,
    proposals.map(({ id }) => id),
  )
  const fresh = proposals.filter(({ id }) => !known.has(id))
  const state = { enrolments, live: await livePairs(tx, programme), declined: await pairsEverDeclined(tx, programme) }
  const hindered = hindrancesOf(fresh, state)
  if (hindered.length > 0) await refuseNamed(tx, hindered)
  const [first] = enrolments.values()
  if (fresh.length === 0 || first === undefined) return

  const week = await workingWeekOf(tx, first.organisation)
  const rows = fresh.map((proposal) => rowOf(tx, proposal, enrolments, week))
  await insertPartnerships(tx, rows)
  for (const { id, organisation } of rows) await tx.note('partnership.proposed', id, { organisation, programme })
}

const enrolmentsOf = ({ mentorEnrolment, menteeEnrolment }: Proposal) => [mentorEnrolment, menteeEnrolment]

type Enrolments = ReadonlyMap<string, HeldEnrolment>

function rowOf(tx: Tx, proposal: Proposal, enrolments: Enrolments, week: WorkingWeek): NewPartnership {
  const { answerDays, reasons, ...rest } = proposal
  const mentor = enrolments.get(proposal.mentorEnrolment)
  const mentee = enrolments.get(proposal.menteeEnrolment)
  assert(mentor && mentee, 'both are enrolled')
  const { until, remind } = dueAt(tx.now, answerDays, week)
  return {
    ...rest,
    organisation: mentor.organisation,
    mentor: mentor.person,
    mentee: mentee.person,
    reasons: clausesToKeep(reasons),
    answerUntil: until,
    remindAt: remind,
  }
}

/** One hindrance is refused by its own name; of several, the pairs are named together. Who left is named too. */
async function refuseNamed(tx: Tx, hindered: readonly Hindered[]): Promise<never> {
  const named = hindered.slice(0, pairsNamedMax)
  const ids = named.flatMap(({ proposal }) => enrolmentsOf(proposal))
  const enrolments = new Map((await enrolmentsById(tx, ids)).map((one) => [one.id, one.person]))
  const people = await correspondentsOf(tx, [...enrolments.values()])
  const nameOf = (enrolment: string) => people.get(enrolments.get(enrolment) ?? '')?.name ?? '–'
  const pairs = named.map(({ proposal, why }) => {
    return { why, mentor: nameOf(proposal.mentorEnrolment), mentee: nameOf(proposal.menteeEnrolment) }
  })
  const [first] = pairs
  assert(first, 'somebody is hindered')
  const { why, mentor, mentee } = first
  if (hindered.length === 1) refuse(`partnerships.${why}`, { mentor, mentee })
  const list = pairs.map((pair) => `${pair.mentor} – ${pair.mentee}`).join('; ')
  return refuse('partnerships.notAll', { count: hindered.length, pairs: list, more: hindered.length - pairs.length })
}
