import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { type Answer, endReasons, limits, type Side } from './partnership.ts'

/** How a pair stands in a coordinator's list. `closed`: over, and why is not for this coordinator, whose own pair it is. */
export const pairStates = ['proposed', 'accepted', 'agreed', ...endReasons, 'closed'] as const
export type PairState = (typeof pairStates)[number]

export type PairRow = {
  id: string
  mentor: string
  mentee: string
  mentorAnswer: Answer | null
  menteeAnswer: Answer | null
  state: PairState
  proposedAt: Temporal.Instant
  answerUntil: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** In one's own pair the other's yes is behind the walls; that both said yes is not. */
export const stateSql = sql<PairState>`case when e.partnership is not null then coalesce(why.reason, 'closed')
  when mentors.answer = 'accepted' and mentees.answer = 'accepted' then 'agreed'
  when scope.person() in (p.mentor, p.mentee) and scope.both_accepted(p.id) then 'agreed'
  when 'accepted' in (mentors.answer, mentees.answer) then 'accepted' else 'proposed' end`

export const pairsFrom = sql`partnerships p
  left join partnership_answers mentors on mentors.partnership = p.id and mentors.side = 'mentor'
  left join partnership_answers mentees on mentees.partnership = p.id and mentees.side = 'mentee'
  left join partnership_ends e on e.partnership = p.id
  left join partnership_end_reasons why on why.partnership = p.id`

export type PairsAsked = { state?: PairState | undefined; page?: number; rowsMax?: number }

/** The pairs of a programme, latest first, a page at a time; as the coordinator sees them. */
export async function pairsOf(db: Db, programme: string, asked: PairsAsked = {}): Promise<PairRow[]> {
  const { state, page = 1, rowsMax = limits.pairsShownMax } = asked
  const { rows } = await sql<PairRow>`
    select * from (
      select p.id, p.mentor, p.mentee, mentors.answer as mentor_answer, mentees.answer as mentee_answer, ${stateSql} as state,
        p.proposed_at, p.answer_until, e.at as ended_at
      from ${pairsFrom} where p.programme = ${programme}) as pairs
    where ${state ?? null}::text is null or state = ${state ?? null}
    order by proposed_at desc, id limit ${rowsMax} offset ${(page - 1) * rowsMax}`.execute(db)
  return rows
}

export type Unanswered = {
  id: string
  person: string
  partner: string
  side: Side
  proposedAt: Temporal.Instant
  answerUntil: Temporal.Instant
}

/** Who has not answered yet, in a programme, the soonest due first: among them the coordinator finds whom to call. */
export async function unansweredIn(db: Db, programme: string): Promise<Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select p.id, case s.side when 'mentor' then p.mentor else p.mentee end as person,
      case s.side when 'mentor' then p.mentee else p.mentor end as partner, s.side, p.proposed_at, p.answer_until
    from partnerships p cross join (values ('mentor'), ('mentee')) as s (side)
    where p.programme = ${programme} and not exists (select 1 from partnership_ends e where e.partnership = p.id)
      and scope.person() is distinct from p.mentor and scope.person() is distinct from p.mentee
      and not exists (select 1 from partnership_answers a where a.partnership = p.id and a.side = s.side)
    order by p.answer_until, p.id, s.side limit ${limits.sheetRowsMax}`.execute(db)
  return rows
}
