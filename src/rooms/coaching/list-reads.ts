import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits, type Meeting, type State } from './coaching.ts'
import { fromSql, meetings } from './reads.ts'

/** `stateOf` in SQL, over the aliases of `fromSql`; a test compares the two. */
const stateSql = (now: Temporal.Instant) => sql<State>`
  case when e.kind is not null then e.kind
    when a.minutes = 0 or d.minutes = 0 then 'reversed'
    when s.entry is not null then 'clientConfirmed'
    when l.id is not null then case when d.minutes is not null then 'clientConfirmed'
      when c.id is null or c.version < l.version then 'recorded'
      when c.says = 'yes' or (c.says = 'other' and c.minutes = l.minutes) then 'clientConfirmed' else 'disputed' end
    when r.entry is not null then
      case when ${now}::timestamptz < m.starts_at + m.minutes * interval '1 minute' then 'booked' else 'held' end
    when w.meeting is null then 'proposed' else 'awaitingFunds' end`

type Asked = { page?: number; state?: State | null; rowsMax?: number }

/** The meetings of a programme, the latest first; those of one state alone where it is named. */
export async function coachingIn(
  db: Db,
  programme: string,
  { page = 1, state = null, rowsMax = limits.rowsAPageMax }: Asked = {},
): Promise<Meeting[]> {
  return meetings(
    db,
    sql`where m.programme = ${programme} and (${state}::text is null or ${stateSql(db.now)} = ${state})
      order by m.starts_at desc, m.id limit ${rowsMax} offset ${(page - 1) * rowsMax}`,
  )
}

/** How many meetings of a programme are in each state that any is in. */
export async function countsByState(db: Db, programme: string): Promise<ReadonlyMap<State, number>> {
  const { rows } = await sql<{ state: State; count: number }>`
    select state, count(*)::int as count from (
      select ${stateSql(db.now)} as state ${fromSql}
      where m.programme = ${programme}) each group by state`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Logged meetings of a programme that are neither paid for nor over, the oldest log first. */
export async function unsettledIn(db: Db, programme: string): Promise<Meeting[]> {
  return meetings(
    db,
    sql`where m.programme = ${programme} and l.id is not null and s.entry is null and e.meeting is null and d.at is null
      order by l.at, m.id limit ${limits.meetingsShownMax}`,
  )
}

/** Booked or held meetings of a programme between two days, for an outage; the first of them first. */
export async function openBetween(db: Db, programme: string, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<Meeting[]> {
  return meetings(
    db,
    sql`where m.programme = ${programme} and m.day >= ${from} and m.day <= ${until} and l.id is null and e.meeting is null
      order by m.starts_at, m.id limit ${limits.meetingsShownMax}`,
  )
}
