import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits } from './ask.ts'

/** Turns whose time is over, in the order of their asks; as many as one sweep takes. */
export async function turnsOverdue(db: Db): Promise<{ ask: string; nth: number }[]> {
  const { rows } = await sql<{ ask: string; nth: number }>`
    select t.ask, t.nth from scope.open_turns t where t.until <= ${db.now} order by t.ask limit ${limits.sweptMax}`.execute(db)
  return rows
}

/** Who is asked, has not answered, and is due the one reminder. */
export async function turnsToRemind(db: Db): Promise<{ ask: string; nth: number; person: string; until: Temporal.Instant }[]> {
  const { rows } = await sql<{ ask: string; nth: number; person: string; until: Temporal.Instant }>`
    select t.ask, t.nth, t.person, t.until from scope.open_turns t where t.remind_at <= ${db.now} and t.until > ${db.now}
      and not exists (select 1 from ask_reminders r where r.ask = t.ask and r.nth = t.nth)
    order by t.until, t.ask limit ${limits.sweptMax}`.execute(db)
  return rows
}

/** Turns that wait for somebody by this enrolment. */
export async function openTurnsOfEnrolment(db: Db, enrolment: string): Promise<{ ask: string; nth: number }[]> {
  const { rows } = await sql<{ ask: string; nth: number }>`
    select t.ask, t.nth from scope.open_turns t where t.enrolment = ${enrolment} order by t.ask`.execute(db)
  return rows
}

/** Working days to answer, as they stood when it was sent. */
export async function answerDaysOf(db: Db, ask: string): Promise<number> {
  return (await db.selectFrom('askSends').select('answerDays').where('ask', '=', ask).executeTakeFirstOrThrow()).answerDays
}

/** Open asks that wait for a person. */
export async function openAsksOf(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from scope.open_turns where person = ${person}`.execute(db)
  return Number(rows[0]?.count ?? 0n)
}

/** Drafts that were never sent, and are old. */
export async function draftsForgotten(db: Db): Promise<string[]> {
  const before = db.now.subtract({ hours: limits.draftDaysMax * 24 })
  const { rows } = await sql<{ id: string }>`
    select a.id from asks a where a.drafted_at < ${before} and not scope.ask_is_sent(a.id)
      and not exists (select 1 from ask_ends e where e.ask = a.id) order by a.drafted_at limit ${limits.sweptMax}`.execute(db)
  return rows.map(({ id }) => id)
}
