import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type Answer, type Answers, type EndReason, limits, type Side, type State, stateOf } from './partnership.ts'
import type { Clause } from './reason-words.ts'

/** A partnership as far as the asker may read it: of the answers a side reads its own alone, and never why it ended. */
export type Partnership = {
  id: string
  programme: string
  organisation: string
  mentor: string
  mentee: string
  mentorEnrolment: string
  menteeEnrolment: string
  reasons: readonly Clause[]
  proposedAt: Temporal.Instant
  answerUntil: Temporal.Instant
  answers: Answers
  isAgreed: boolean
  endedAt: Temporal.Instant | null
  endReason: EndReason | null
}

type Row = Omit<Partnership, 'answers'> & { mentorAnswer: Answer | null; menteeAnswer: Answer | null }

const withAnswers = ({ mentorAnswer, menteeAnswer, ...row }: Row): Partnership => ({
  ...row,
  answers: { mentor: mentorAnswer, mentee: menteeAnswer },
})

const partnershipSql = sql`
  select p.id, p.programme, p.organisation, p.mentor, p.mentee, p.mentor_enrolment, p.mentee_enrolment, p.reasons, p.proposed_at,
    p.answer_until, mentors.answer as mentor_answer, mentees.answer as mentee_answer, scope.both_accepted(p.id) as is_agreed,
    e.at as ended_at, why.reason as end_reason
  from partnerships p
    left join partnership_answers mentors on mentors.partnership = p.id and mentors.side = 'mentor'
    left join partnership_answers mentees on mentees.partnership = p.id and mentees.side = 'mentee'
    left join partnership_ends e on e.partnership = p.id
    left join partnership_end_reasons why on why.partnership = p.id`

export async function findPartnership(db: Db, id: string): Promise<Partnership | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${partnershipSql} where p.id = ${id}`.execute(db)
  return rows[0] && withAnswers(rows[0])
}

export async function bothAccepted(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ both: boolean }>`select scope.both_accepted(${id}) as both`.execute(db)
  return rows[0]?.both ?? false
}

export type LivePair = { id: string; mentor: string; mentee: string; mentorEnrolment: string; menteeEnrolment: string }

const isLive = sql<boolean>`not exists (select 1 from partnership_ends e where e.partnership = p.id)`

/** Every pair of the programme that takes a place: proposed, accepted or agreed. */
export async function livePairs(db: Db, programme: string): Promise<LivePair[]> {
  const { rows } = await sql<LivePair>`
    select p.id, p.mentor, p.mentee, p.mentor_enrolment, p.mentee_enrolment from partnerships p
    where p.programme = ${programme} and ${isLive} order by p.id`.execute(db)
  return rows
}

/**
 * Pairs that are not proposed again in this programme: one said no (nobody says which of the two), or they were partners and parted.
 * Where the walls hide from the asker why it ended, it counts as a no.
 */
export async function pairsEverDeclined(db: Db, programme: string): Promise<{ mentor: string; mentee: string }[]> {
  const { rows } = await sql<{ mentor: string; mentee: string }>`
    select distinct p.mentor, p.mentee from partnerships p join partnership_ends e on e.partnership = p.id
      left join partnership_end_reasons why on why.partnership = p.id
    where p.programme = ${programme} and coalesce(why.reason, 'declined') not in ('unanswered', 'no-place', 'withdrawn')
    order by 1, 2`.execute(db)
  return rows
}

/** Pairs whose proposal nobody answered in time, latest first: whom to ask last, when the next best is asked. */
export async function pairsEverUnanswered(db: Db, programme: string): Promise<{ mentor: string; mentee: string }[]> {
  const { rows } = await sql<{ mentor: string; mentee: string }>`
    select p.mentor, p.mentee from partnerships p join partnership_end_reasons why on why.partnership = p.id
    where p.programme = ${programme} and why.reason = 'unanswered' order by p.answer_until desc, p.id`.execute(db)
  return rows
}

/** Which of the ids are partnerships already. */
export async function knownIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from partnerships where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type OwnPartnership = {
  id: string
  programme: string
  side: Side
  partner: string
  state: State
  /** Whether this person has said yes. */
  accepted: boolean
  answerUntil: Temporal.Instant
}

/** What a person is in: proposed, waiting or agreed, the soonest due first. Asked by the person, a coordinator or the house. */
export async function partnershipsOf(db: Db, person: string): Promise<OwnPartnership[]> {
  const { rows } = await sql<Omit<OwnPartnership, 'state'> & { agreed: boolean }>`
    select p.id, p.programme, case when p.mentor = ${person} then 'mentor' else 'mentee' end as side,
      case when p.mentor = ${person} then p.mentee else p.mentor end as partner, p.answer_until, scope.both_accepted(p.id) as agreed,
      exists (select 1 from partnership_answers a where a.partnership = p.id and a.answer = 'accepted'
        and a.side = case when p.mentor = ${person} then 'mentor' else 'mentee' end) as accepted
    from partnerships p where ${person}::uuid in (p.mentor, p.mentee) and ${isLive}
    order by p.answer_until, p.id limit ${limits.pairsShownMax}`.execute(db)
  return rows.map(({ agreed, ...row }) => ({ ...row, state: ownState(row.accepted, agreed) }))
}

function ownState(accepted: boolean, agreed: boolean): State {
  const mine = accepted ? 'accepted' : null
  return agreed ? 'agreed' : stateOf({ mentor: mine, mentee: null }, false)
}

/** The proposals that wait for this person's own answer. */
export async function proposalsWaiting(db: Db, person: string): Promise<OwnPartnership[]> {
  return (await partnershipsOf(db, person)).filter(({ state, accepted }) => !accepted && state !== 'agreed')
}

/** Live partnerships of an enrolment. */
export async function liveOfEnrolment(db: Db, enrolment: string): Promise<Partnership[]> {
  const { rows } = await sql<Row>`${partnershipSql}
    where ${enrolment}::uuid in (p.mentor_enrolment, p.mentee_enrolment) and ${isLive} order by p.id`.execute(db)
  return rows.map(withAnswers)
}

/** How many places of an enrolment are taken by a yes of its own side. */
export async function placesAccepted(db: Db, enrolment: string, side: Side): Promise<number> {
  const { rows } = await sql<{ taken: bigint }>`
    select count(*) as taken from partnerships p join partnership_answers a on a.partnership = p.id and a.side = ${side}
    where a.answer = 'accepted' and ${enrolment}::uuid in (p.mentor_enrolment, p.mentee_enrolment) and ${isLive}`.execute(db)
  return Number(rows[0]?.taken ?? 0)
}

/** Proposals whose time to answer is over, the oldest first; as many as one sweep takes. */
export async function overdueProposals(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from partnerships p where p.answer_until <= ${db.now} and ${isLive} and not scope.both_accepted(p.id)
    order by p.answer_until, p.id limit ${limits.sweptMax}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who has not answered, is due a reminder and has had none. */
export async function remindersDue(db: Db): Promise<{ id: string; side: Side }[]> {
  const { rows } = await sql<{ id: string; side: Side }>`
    select p.id, s.side from partnerships p cross join (values ('mentor'), ('mentee')) as s (side)
    where p.remind_at <= ${db.now} and p.answer_until > ${db.now} and ${isLive}
      and not exists (select 1 from partnership_answers a where a.partnership = p.id and a.side = s.side)
      and not exists (select 1 from partnership_reminders r where r.partnership = p.id and r.side = s.side)
    order by p.answer_until, p.id, s.side limit ${limits.sweptMax}`.execute(db)
  return rows
}

/** How many proposals an enrolment was ever part of that came to nothing. */
export async function proposalsEver(db: Db, enrolment: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from partnerships p
    where ${enrolment}::uuid in (p.mentor_enrolment, p.mentee_enrolment) and not ${isLive}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}
