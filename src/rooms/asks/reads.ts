import { sql } from 'kysely'
import { gone, keysOf } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Clause } from '#partnerships/reason-words'
import { type EndReason, limits, type State, stateOf } from './ask.ts'
import { textPlace } from './sealing.ts'

/** An ask as far as its reader may read it; the text only to its asker and to those asked, from when they are asked. */
export type Ask = {
  id: string
  programme: string
  organisation: string
  asker: string
  enrolment: string
  draftedAt: Temporal.Instant
  sentAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  endReason: EndReason | null
  text: string | null
  topics: string[]
  state: State
}

type Row = Omit<Ask, 'state' | 'text'> & { sealed: Uint8Array | null }

const askSql = sql`
  select a.id, a.programme, a.organisation, a.asker, a.enrolment, a.drafted_at, s.at as sent_at, e.at as ended_at, e.reason as end_reason,
    t.sealed, array(select topic from ask_topics where ask = a.id order by nth) as topics
  from asks a left join ask_sends s on s.ask = a.id left join ask_ends e on e.ask = a.id left join ask_texts t on t.ask = a.id`

/** A text that is there and whose key is destroyed reads as a dash; one that is not the reader's is null. */
async function opened(db: Db, rows: readonly Row[]): Promise<Ask[]> {
  const theirs = rows.filter(({ sealed }) => sealed !== null).map(({ id }) => id)
  const keys = await keysOf(db, 'ask', theirs)
  return rows.map(({ sealed, ...row }) => {
    const text = sealed && (keys.get(row.id)?.open<{ text: string }>(textPlace(row.id, row.asker), sealed).text ?? gone)
    return { ...row, text, state: stateOf(row.sentAt !== null, row.endReason) }
  })
}

export async function findAsk(db: Db, id: string): Promise<Ask | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${askSql} where a.id = ${id}`.execute(db)
  return (await opened(db, rows))[0]
}

/** What a person asked, the newest first. */
export async function asksOfPerson(db: Db, person: string): Promise<Ask[]> {
  const { rows } = await sql<Row>`${askSql} where a.asker = ${person} order by a.drafted_at desc, a.id limit ${limits.shownMax}`.execute(db)
  return opened(db, rows)
}

/** Open asks of a person, or of an enrolment where one is named; to be ended when they leave. */
export async function openAsksOfEnrolment(db: Db, enrolment: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.id from asks a
    where a.enrolment = ${enrolment} and not exists (select 1 from ask_ends e where e.ask = a.id) order by a.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whom to ask, in order, and why; told to the asker, and to each asked of themselves. */
export type ToAsk = { nth: number; person: string; enrolment: string; reasons: readonly Clause[] }

export async function peopleToAsk(db: Db, ask: string): Promise<ToAsk[]> {
  const rows = await db
    .selectFrom('askPeople')
    .select(['nth', 'person', 'enrolment', 'reasons'])
    .where('ask', '=', ask)
    .orderBy('nth')
    .execute()
  return rows.map((row) => ({ ...row, reasons: row.reasons as Clause[] }))
}

/** Somebody's turn to answer, with what they answered and whether it still waits. */
export type Turn = {
  ask: string
  nth: number
  person: string
  at: Temporal.Instant
  until: Temporal.Instant
  answer: 'yes' | 'no' | null
  startsAt: Temporal.Instant | null
  isOpen: boolean
  /** Said no, let the time go by, or left. */
  isPassed: boolean
}

const turnSql = sql`
  select t.ask, t.nth, t.person, t.at, t.until, y.answer, y.starts_at,
    exists (select 1 from scope.open_turns o where o.ask = t.ask and o.nth = t.nth) as is_open,
    exists (select 1 from ask_turn_ends e where e.ask = t.ask and e.nth = t.nth) as is_passed
  from ask_turns t left join ask_answers y on y.ask = t.ask and y.nth = t.nth`

/** A person's turn in an ask; undefined where they were not asked. Asked by themselves or the house. */
export async function turnOf(db: Db, ask: string, person: string): Promise<Turn | undefined> {
  if (!isId(ask)) return undefined
  const { rows } = await sql<Turn>`${turnSql} where t.ask = ${ask} and t.person = ${person}`.execute(db)
  return rows[0]
}

/** Every turn of an ask so far, for the house. */
export async function turnsOf(db: Db, ask: string): Promise<Turn[]> {
  const { rows } = await sql<Turn>`${turnSql} where t.ask = ${ask} order by t.nth`.execute(db)
  return rows
}

/** How far an open ask is: until when an answer is awaited; which of how many is asked, to the coordinator alone. */
export type Progress = { nth: number | null; of: number; until: Temporal.Instant }

export async function progressOf(db: Db, ask: string): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`select nth, "of", until from scope.ask_progress(${ask})`.execute(db)
  return rows[0]
}

/** The yes that answered an ask. */
export async function yesOf(db: Db, ask: string): Promise<{ person: string; startsAt: Temporal.Instant; minutes: number } | undefined> {
  const { rows } = await sql<{ person: string; startsAt: Temporal.Instant; minutes: number }>`
    select person, starts_at, minutes from ask_answers where ask = ${ask} and answer = 'yes'`.execute(db)
  return rows[0]
}

/** What waits for this person's own yes or no, the soonest due first. */
export async function asksWaiting(db: Db, person: string): Promise<{ ask: string; until: Temporal.Instant; topics: string[] }[]> {
  const { rows } = await sql<{ ask: string; until: Temporal.Instant; topics: string[] }>`
    select t.ask, t.until, array(select topic from ask_topics p where p.ask = t.ask order by nth) as topics from scope.open_turns t
    where t.person = ${person} and t.until > ${db.now} order by t.until, t.ask limit ${limits.shownMax}`.execute(db)
  return rows
}
