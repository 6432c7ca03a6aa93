import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { type PairState, pairStates, pairsFrom, stateSql } from './pair-reads.ts'

/** How many pairs of the programme are in each state; see `PairState`. */
export type PartnershipFigures = Readonly<Record<PairState, number>>

export async function partnershipFigures(db: Db, programme: string): Promise<PartnershipFigures> {
  const { rows } = await sql<{ state: PairState; count: bigint }>`
    select ${stateSql} as state, count(*) as count from ${pairsFrom} where p.programme = ${programme} group by 1`.execute(db)
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]))
  return Object.fromEntries(pairStates.map((state) => [state, counts.get(state) ?? 0])) as Record<PairState, number>
}

/** Rules of the live database, each with a query that answers the rows that break it; asked as the owner, past the walls. */
export const partnershipInvariants = [
  {
    says: 'Nobody has said yes to more live partners than they have places',
    breaks: `select n.id::text as broken from enrolments n join partnerships p on n.id in (p.mentor_enrolment, p.mentee_enrolment)
      join partnership_answers a on a.partnership = p.id and a.side = n.side and a.answer = 'accepted'
      where not exists (select 1 from partnership_ends e where e.partnership = p.id)
      group by n.id, n.capacity having count(*) > n.capacity`,
  },
  {
    says: 'Two people stand in one live pair of a programme at most',
    breaks: `select min(p.id::text) as broken from partnerships p
      where not exists (select 1 from partnership_ends e where e.partnership = p.id)
      group by p.programme, least(p.mentor, p.mentee), greatest(p.mentor, p.mentee) having count(*) > 1`,
  },
  {
    says: 'Every end has its reason, and a no has ended what it was said to',
    breaks: `select e.partnership::text as broken from partnership_ends e
        where not exists (select 1 from partnership_end_reasons r where r.partnership = e.partnership)
      union all select a.partnership::text from partnership_answers a where a.answer = 'declined'
        and not exists (select 1 from partnership_end_reasons r where r.partnership = a.partnership and r.reason = 'declined')`,
  },
  {
    says: 'Both sides of a partnership are enrolled in its programme, each on its side',
    breaks: `select p.id::text as broken from partnerships p
      join enrolments a on a.id = p.mentor_enrolment join enrolments b on b.id = p.mentee_enrolment
      where a.programme <> p.programme or b.programme <> p.programme or a.side <> 'mentor' or b.side <> 'mentee'
        or a.person <> p.mentor or b.person <> p.mentee`,
  },
] as const
