import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Call, Claim, Line } from './claim.ts'

const claimsSql = sql`
  select c.id, c.bank, c.organisation, c.programme, c.coach, c.month, c.amount, c.minutes, c.at,
    coalesce((select jsonb_agg(jsonb_build_object('by', a.by) order by a.at) from claim_approvals a where a.claim = c.id), '[]')
      as approvals,
    (select r.reason from claim_refusals r where r.claim = c.id) as refusal, p.at as paid_at, p.reference
  from claims c left join claim_payments p on p.claim = c.id`

export async function findClaim(db: Db, id: string): Promise<Claim | undefined> {
  return (await sql<Claim>`${claimsSql} where c.id = ${id}`.execute(db)).rows[0]
}

/** The claims of a bank, those that wait first. */
export async function claimsIn(db: Db, bank: string, rowsMax: number): Promise<Claim[]> {
  const { rows } = await sql<Claim>`${claimsSql} where c.bank = ${bank}
    order by (p.at is not null or exists (select 1 from claim_refusals r where r.claim = c.id)), c.month desc, c.at desc
    limit ${rowsMax}`.execute(db)
  return rows
}

/** Somebody's own claims, the latest first. */
export async function claimsOfCoach(db: Db, coach: string, rowsMax: number): Promise<Claim[]> {
  return (await sql<Claim>`${claimsSql} where c.coach = ${coach} order by c.month desc, c.at desc limit ${rowsMax}`.execute(db)).rows
}

export async function linesOf(db: Db, claim: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('claimLines')
    .select(['meeting', 'kind', 'day', 'minutes', 'amount', 'flags', 'called'])
    .where('claim', '=', claim)
    .orderBy('day')
    .orderBy('meeting')
    .execute()
  return rows as Line[]
}

/** What calling each meeting of a claim told, the latest. */
export async function callsOf(db: Db, claim: string): Promise<Call[]> {
  const { rows } = await sql<Call>`
    select distinct on (meeting) meeting, outcome, at from claim_calls where claim = ${claim} order by meeting, at desc, id desc`.execute(
    db,
  )
  return rows
}

/** Meetings of a coach that stand in a claim which was not refused. */
export async function claimedOf(db: Db, coach: string): Promise<Set<string>> {
  const { rows } = await sql<{ meeting: string }>`
    select l.meeting from claim_lines l join claims c on c.id = l.claim
    where c.coach = ${coach} and not exists (select 1 from claim_refusals r where r.claim = c.id)`.execute(db)
  return new Set(rows.map(({ meeting }) => meeting))
}
